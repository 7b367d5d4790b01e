import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { type Transaction, UnitOfWork } from '#platform/database';
import { Clock } from '#platform/time';
import { AgendaSession } from './agenda-session.entity.js';
import { AgendaTable, type SessionOnTable } from './agenda-table.js';
import { Meeting } from './meeting.entity.js';
import { isOver } from './meeting-status.js';
import { MeetingChanged, SessionWentOn } from './meetings.events.js';
import { MeetingIsOver, SessionHasBegun, SessionIsNotRunning } from './meetings.refusals.js';

/** The day itself: sessions begin and end, and the forecast of what follows moves with them. */
@Injectable()
export class RunSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly table: AgendaTable,
  ) {}

  /** The first session that begins lets the meeting run. Refused: {@link SessionHasBegun}, {@link MeetingIsOver}. */
  async start(actor: Actor, sessionId: string): Promise<AgendaSession> {
    return this.unitOfWork.run(async (tx) => {
      const { meeting, session } = await this.running(tx, actor, sessionId);
      if (session.startedAt) throw new SessionHasBegun();
      if (meeting.status !== 'RUNNING') await this.letRun(tx, meeting);
      return this.goOn(tx, session, { startedAt: this.clock.now() });
    });
  }

  /** Refused: {@link SessionIsNotRunning}. */
  async finish(actor: Actor, sessionId: string): Promise<AgendaSession> {
    return this.unitOfWork.run(async (tx) => {
      const { session } = await this.running(tx, actor, sessionId);
      if (!session.startedAt || session.finishedAt) throw new SessionIsNotRunning(session.finishedAt !== null);
      return this.goOn(tx, session, { finishedAt: this.clock.now() });
    });
  }

  private async running(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionOnTable> {
    const found = await this.table.session(tx, actor, sessionId);
    if (isOver(found.meeting.status)) throw new MeetingIsOver(found.meeting.status);
    return found;
  }

  private async letRun(tx: Transaction, { id, revision, publicSince }: Meeting): Promise<void> {
    const now = this.clock.now();
    await tx.update(
      Meeting,
      { id },
      { status: 'RUNNING', revision: revision + 1, changedAt: now, publicSince: publicSince ?? now },
    );
    tx.record(new MeetingChanged(id, 'RUNNING'));
  }

  private async goOn(tx: Transaction, session: AgendaSession, set: Partial<AgendaSession>): Promise<AgendaSession> {
    await tx.update(AgendaSession, { id: session.id }, set);
    tx.record(new SessionWentOn(session.meetingId, session.id));
    return { ...session, ...set };
  }
}
