import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { type AgendaChange, changesBetween } from './agenda-changes.js';
import { plannedColumns } from './agenda-session.entity.js';
import { AgendaTable } from './agenda-table.js';
import { Agendas, type AgendaVersionRow } from './agenda.queries.js';
import { Meeting } from './meeting.entity.js';
import { AgendaPublished } from './meetings.events.js';
import { AgendaUnchanged } from './meetings.refusals.js';

/** Makes the draft the next version: from then on it is what everybody reads, and never changes. */
@Injectable()
export class PublishAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly table: AgendaTable,
    private readonly agendas: Agendas,
  ) {}

  /** Conflicts do not stand in the way: planners see them, and decide. Refused: {@link AgendaUnchanged}. */
  async publish(actor: Actor, meetingId: string): Promise<AgendaVersionRow> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await this.table.openMeeting(tx, actor, meetingId);
      const changes = await this.changes(meeting);
      const now = this.clock.now();
      const version = meeting.version + 1;
      await tx.query(
        `insert into agenda_version (meeting_id, version, published_at, published_by, changes) values ($1, $2, $3, $4, $5)`,
        [meeting.id, version, now, actor.requiredId, JSON.stringify(changes)],
      );
      await tx.query(
        `insert into published_session (version, ${plannedColumns.join(', ')})
         select $2, ${plannedColumns.join(', ')} from agenda_session where meeting_id = $1`,
        [meeting.id, version],
      );
      await tx.update(
        Meeting,
        { id: meeting.id },
        { version, revision: meeting.revision + 1, changedAt: now, publicSince: meeting.publicSince ?? now },
      );
      tx.record(new AgendaPublished(meeting.id, version));
      const { timeZone } = meeting;
      return { meetingId: meeting.id, version, publishedAt: now, publishedBy: actor.requiredId, changes, timeZone };
    });
  }

  private async changes(meeting: Meeting): Promise<AgendaChange[]> {
    const [draft = []] = await this.agendas.draftSessions([meeting.id]);
    const [last = []] = await this.agendas.publishedSessions([meeting]);
    const [rooms = []] = await this.agendas.rooms([meeting.id]);
    const names = new Map(rooms.map(({ id, name }) => [id, name]));
    const changes = changesBetween(meeting.version === 0 ? null : last, draft, (id) => names.get(id) ?? id);
    const isEmptyFirst = meeting.version === 0 && draft.length === 0;
    if (changes.length === 0 || isEmptyFirst) throw new AgendaUnchanged(meeting.version);
    return changes;
  }
}
