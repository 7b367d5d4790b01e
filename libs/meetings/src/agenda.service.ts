import { Injectable } from '@nestjs/common';
import { People } from '#people';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { BadUserInput, type Refusal } from '#platform/refusals';
import { AgendaSession, Room } from './agenda-session.entity.js';
import { AgendaTable } from './agenda-table.js';
import { blankSession } from './carry-standing-items.js';
import { isOver } from './meeting-status.js';
import { AgendaDrafted, SessionWentOn } from './meetings.events.js';
import {
  AgendaFull,
  MeetingIsOver,
  NobodyWithThisId,
  RoomNameTaken,
  RoomOfAnotherMeeting,
  SessionHasBegun,
  StandingItemStays,
} from './meetings.refusals.js';
import { type AddRoomInput, type AddSessionInput, type UpdateSessionInput } from './session.input.js';

export const mostSessions = 300;

/** Works on the draft of an agenda; nothing of it is public before it is published. */
@Injectable()
export class AgendaService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly table: AgendaTable,
    private readonly people: People,
  ) {}

  async addRoom(actor: Actor, input: AddRoomInput): Promise<Room> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await this.table.openMeeting(tx, actor, input.meetingId);
      const room: Room = {
        id: newId(),
        meetingId: meeting.id,
        name: input.name,
        capacity: input.capacity ?? null,
        features: input.features ?? [],
      };
      await tx.insert(Room, room).orRefuse('room_name_once', () => new RoomNameTaken());
      tx.record(new AgendaDrafted(meeting.id));
      return room;
    });
  }

  /** Refused: {@link AgendaFull}, {@link RoomOfAnotherMeeting}, {@link NobodyWithThisId}. */
  async addSession(actor: Actor, { meetingId, ...wishes }: AddSessionInput): Promise<AgendaSession> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await this.table.openMeeting(tx, actor, meetingId);
      await requirePlace(tx, meeting.id, 1);
      await this.requirePeople(wishes);
      const session = { ...blankSession(meeting.id, wishes), ...given(wishes) };
      await tx.insert(AgendaSession, session).orRefuse(roomRule, roomOfAnother);
      tx.record(new AgendaDrafted(meeting.id));
      return session;
    });
  }

  /** What is left out stays, null clears it. Notes are kept also after the meeting, and show at once. */
  async updateSession(actor: Actor, { id, notes, ...wishes }: UpdateSessionInput): Promise<AgendaSession> {
    const plan = given(wishes);
    if (wishes.title === null || wishes.minutes === null) {
      throw new BadUserInput('A session has a title and a length.', wishes.title === null ? 'title' : 'minutes');
    }
    return this.unitOfWork.run(async (tx) => {
      const { meeting, session } = await this.table.session(tx, actor, id);
      const changesPlan = Object.keys(plan).length > 0;
      if (changesPlan && isOver(meeting.status)) throw new MeetingIsOver(meeting.status);
      await this.requirePeople(wishes);
      const changed = { ...session, ...plan, ...(notes !== undefined && { notes }) };
      await tx.update(AgendaSession, { id: session.id }, changed).orRefuse(roomRule, roomOfAnother);
      if (changesPlan) tx.record(new AgendaDrafted(meeting.id));
      if (notes !== undefined) tx.record(new SessionWentOn(meeting.id, session.id));
      return changed;
    });
  }

  /** Takes a session off the draft; those who read the published agenda see it until the next version. Refused: {@link StandingItemStays}. */
  async removeSession(actor: Actor, id: string): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { meeting, session } = await this.table.session(tx, actor, id);
      if (isOver(meeting.status)) throw new MeetingIsOver(meeting.status);
      if (session.standingItemId) throw new StandingItemStays(session.id);
      if (session.startedAt) throw new SessionHasBegun();
      await tx.query('delete from agenda_session where id = $1', [session.id]);
      tx.record(new AgendaDrafted(meeting.id));
      return true;
    });
  }

  private async requirePeople({
    speakerIds,
    moderatorIds,
  }: Pick<UpdateSessionInput, 'speakerIds' | 'moderatorIds'>): Promise<void> {
    for (const [field, ids] of Object.entries({ speakerIds, moderatorIds })) {
      if (!ids || ids.length === 0) continue;
      const known = new Set(
        (await this.people.byIds(ids)).filter(({ verifiedAt }) => verifiedAt).map((person) => person.id),
      );
      const unknown = ids.filter((id) => !known.has(id));
      if (unknown.length > 0) throw new NobodyWithThisId(field, unknown);
    }
  }
}

const roomRule = 'agenda_session_room_of_meeting';
const roomOfAnother = (): Refusal => new RoomOfAnotherMeeting();

/** Refuses what would make an agenda longer than can be planned and shown: {@link AgendaFull}. */
export async function requirePlace(tx: Transaction, meetingId: string, more: number): Promise<void> {
  const row = await tx.one<{ count: number }>(
    'select count(*)::int as count from agenda_session where meeting_id = $1',
    [meetingId],
  );
  if ((row?.count ?? 0) + more > mostSessions) throw new AgendaFull(mostSessions);
}

const lists = ['speakerIds', 'moderatorIds', 'speakerNames', 'moderatorNames', 'questions', 'needs'];

/** The columns that an input names: an empty list for a list that is null, no pin for a pin that is. */
function given(wishes: object): Partial<AgendaSession> {
  const named = Object.entries(wishes as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    named.map(([name, value]) => {
      if (lists.includes(name)) return [name, [...new Set((value as string[] | null) ?? [])]];
      return [name, name === 'pinned' ? (value ?? false) : value];
    }),
  );
}
