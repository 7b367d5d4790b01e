import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { BadUserInput } from '#platform/refusals';
import { Clock, instantOf, localDate } from '#platform/time';
import { AgendaSession, Room } from './agenda-session.entity.js';
import { AgendaTable } from './agenda-table.js';
import { readAgenda, type WrittenSession } from './agenda-text.js';
import { Agendas, type AgendaAsSeen } from './agenda.queries.js';
import { mostSessions, requirePlace } from './agenda.service.js';
import { blankSession } from './carry-standing-items.js';
import { type Meeting } from './meeting.entity.js';
import { AgendaDrafted } from './meetings.events.js';
import { AgendaFull, NoSessionInText } from './meetings.refusals.js';

/** A session read from a text, with its room, which may not be kept yet. */
export type SessionRead = AgendaSession & { room: Room | null };

/** Five times the longest agenda that we know; read within a moment whatever it holds. */
const longestText = 50_000;

/** Turns an agenda as people write it into sessions of a meeting. */
@Injectable()
export class ImportAgenda {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly table: AgendaTable,
    private readonly agendas: Agendas,
  ) {}

  /** What importing the text would add, for review: nothing is kept. Refused: {@link NoSessionInText}, {@link AgendaFull}. */
  async read(actor: Actor, meetingId: string, text: string): Promise<SessionRead[]> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await this.table.openMeeting(tx, actor, meetingId);
      return this.sessionsIn(meeting, text);
    });
  }

  /**
   * Adds what the text holds to the draft, with the rooms that it names. Where a session is on the draft under that
   * title without a time, as a standing item is, that one gets the time; one with that title and time is left alone.
   */
  async keep(actor: Actor, meetingId: string, text: string): Promise<AgendaAsSeen> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await this.table.openMeeting(tx, actor, meetingId);
      const read = await this.sessionsIn(meeting, text);
      await requirePlace(tx, meeting.id, read.length);
      const [draft = []] = await this.agendas.draftSessions([meeting.id]);
      const [rooms = []] = await this.agendas.rooms([meeting.id]);
      const kept = new Set(rooms.map(({ id }) => id));
      for (const { room, ...session } of read) {
        if (room && !kept.has(room.id)) {
          await tx.insert(Room, room);
          kept.add(room.id);
        }
        await keepSession(tx, draft, session);
      }
      tx.record(new AgendaDrafted(meeting.id));
      return this.agendas.draftOf(meeting);
    });
  }

  private async sessionsIn(meeting: Meeting, text: string): Promise<SessionRead[]> {
    if (text.length > longestText) throw new BadUserInput('An agenda has 50,000 characters at the most.', 'text');
    const written = readAgenda(text, localDate(meeting.startsAt ?? this.clock.now(), meeting.timeZone));
    if (written.length === 0) throw new NoSessionInText();
    if (written.length > mostSessions) throw new AgendaFull(mostSessions);
    const [known = []] = await this.agendas.rooms([meeting.id]);
    const rooms = new Map(known.map((room) => [room.name.toLowerCase(), room]));
    return written.map((session) => {
      const room = roomOf(session, meeting.id, rooms);
      return { ...sessionOf(session, meeting), roomId: room?.id ?? null, room };
    });
  }
}

/** The room of that name, or a new one that sessions further down share. */
function roomOf({ room: name }: WrittenSession, meetingId: string, rooms: Map<string, Room>): Room | null {
  if (!name) return null;
  const room = rooms.get(name.toLowerCase()) ?? { id: newId(), meetingId, name, capacity: null, features: [] };
  rooms.set(name.toLowerCase(), room);
  return room;
}

const sessionOf = (written: WrittenSession, { id, timeZone }: Meeting): AgendaSession => ({
  ...blankSession(id, { ...written, title: written.title.slice(0, 300) }),
  startsAt: instantOf(written.startsAt, timeZone),
  speakerNames: written.speakers,
  moderatorNames: written.moderators,
  about: written.about,
  questions: written.questions,
  parallelSet: written.parallelSet,
});

async function keepSession(tx: Transaction, draft: readonly AgendaSession[], session: AgendaSession): Promise<void> {
  const alike = draft.filter(({ title }) => title.toLowerCase() === session.title.toLowerCase());
  if (alike.some(({ startsAt }) => startsAt?.getTime() === session.startsAt?.getTime())) return;
  const waiting = alike.find(({ startsAt }) => startsAt === null);
  if (!waiting) return void (await tx.insert(AgendaSession, session));
  const { id: _id, standingItemId: _item, kind: _kind, ...plan } = session;
  await tx.update(AgendaSession, { id: waiting.id }, { ...plan, about: plan.about ?? waiting.about });
}
