import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type MeetingFormat, type MeetingStatus } from './meeting-status.js';

/**
 * A meeting, from its first plan to its record. Its times are instants beside the zone in which they were agreed on:
 * everything that shows or exports them gives the zone's wall time, so a meeting or series that crosses a change of the
 * clocks keeps its hours on both sides. A country that changes its rules after a meeting was planned moves its wall
 * time; planners then set the times anew. Planned meetings are seen by people who are signed in, and by everybody once
 * `publicSince` is set: when people are first invited, or the first agenda is published.
 */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  slug!: string;
  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId!: string | null;
  @Column('text')
  title!: string;
  @Column('text', { nullable: true })
  about!: string | null;
  @Column('text')
  format!: MeetingFormat;
  @Column('text')
  status!: MeetingStatus;
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt!: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;
  @Column('text', { name: 'time_zone' })
  timeZone!: string;
  @Column('text', { nullable: true })
  venue!: string | null;
  @Column('text', { name: 'online_url', nullable: true })
  onlineUrl!: string | null;
  @Column('int', { nullable: true })
  capacity!: number | null;
  /** Registrations wait for an organiser's word. */
  @Column('boolean')
  approval!: boolean;
  @Column('uuid', { name: 'host_id', nullable: true })
  hostId!: string | null;
  @Column('uuid', { name: 'group_id', nullable: true })
  groupId!: string | null;
  @Column('timestamptz', { name: 'public_since', nullable: true })
  publicSince!: Date | null;
  /** Of the agenda published last; 0 before the first. */
  @Column('int')
  version!: number;
  /** Rises with all that a calendar shows. */
  @Column('int')
  revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  /** When `revision` rose last. */
  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

/** The columns of a {@link Meeting} for hand-written SQL, from a table or alias `of`. */
export const meetingColumns = (of: string): string =>
  `${of}.id, ${of}.slug, ${of}.series_id as "seriesId", ${of}.title, ${of}.about, ${of}.format, ${of}.status,
   ${of}.starts_at as "startsAt", ${of}.ends_at as "endsAt", ${of}.time_zone as "timeZone", ${of}.venue,
   ${of}.online_url as "onlineUrl", ${of}.capacity, ${of}.approval, ${of}.host_id as "hostId", ${of}.group_id as "groupId",
   ${of}.public_since as "publicSince", ${of}.version, ${of}.revision, ${of}.created_by as "createdBy",
   ${of}.created_at as "createdAt", ${of}.changed_at as "changedAt"`;

/** SQL that is true where a meeting may be seen; `signedIn` is a placeholder of a boolean. */
export const visibleMeeting = (of: string, signedIn: string): string =>
  `(${of}.public_since is not null or ${signedIn}::boolean)`;
