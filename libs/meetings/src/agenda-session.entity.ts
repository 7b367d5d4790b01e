import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SessionKind } from './session-kind.js';

@Entity('room')
export class Room {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;
  @Column('text')
  name!: string;
  @Column('int', { nullable: true })
  capacity!: number | null;
  @Column('text', { array: true })
  features!: string[];
}

/**
 * A session as it is being planned: the draft that publishing copies. How it went (`startedAt`, `finishedAt`, `notes`)
 * is not planned and shows at once. Names stand for guests without an account.
 */
@Entity('agenda_session')
export class AgendaSession {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;
  @Column('text')
  title!: string;
  @Column('text')
  kind!: SessionKind;
  @Column('int')
  minutes!: number;
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;
  /** Automatic planning leaves it where it is. */
  @Column('boolean')
  pinned!: boolean;
  @Column('uuid', { name: 'speaker_ids', array: true })
  speakerIds!: string[];
  @Column('uuid', { name: 'moderator_ids', array: true })
  moderatorIds!: string[];
  @Column('text', { name: 'speaker_names', array: true })
  speakerNames!: string[];
  @Column('text', { name: 'moderator_names', array: true })
  moderatorNames!: string[];
  @Column('text', { nullable: true })
  about!: string | null;
  @Column('text', { array: true })
  questions!: string[];
  @Column('text', { name: 'parallel_set', nullable: true })
  parallelSet!: string | null;
  @Column('int', { nullable: true })
  capacity!: number | null;
  /** Features that its room must have. */
  @Column('text', { array: true })
  needs!: string[];
  @Column('uuid', { name: 'standing_item_id', nullable: true })
  standingItemId!: string | null;
  @Column('text', { nullable: true })
  notes!: string | null;
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** What publishing copies, as columns of `agenda_session` and `published_session` alike. */
export const plannedColumns = [
  'id',
  'meeting_id',
  'title',
  'kind',
  'minutes',
  'starts_at',
  'room_id',
  'pinned',
  'speaker_ids',
  'moderator_ids',
  'speaker_names',
  'moderator_names',
  'about',
  'questions',
  'parallel_set',
  'capacity',
  'needs',
  'standing_item_id',
] as const;

/** The columns of an {@link AgendaSession} for hand-written SQL: the plan from alias `plan`, how it went from alias `live`. */
export const sessionColumns = (plan: string, live: string): string =>
  [
    ...plannedColumns.map((column) => `${plan}.${column} as "${camelCase(column)}"`),
    `${live}.notes, ${live}.started_at as "startedAt", ${live}.finished_at as "finishedAt"`,
  ].join(', ');

const camelCase = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Sessions in the order of a programme; what has no time comes last. */
export const inProgrammeOrder = (of: string): string => `${of}.starts_at nulls last, ${of}.id`;
