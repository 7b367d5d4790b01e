import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SessionKind } from './session-kind.js';

/** Meetings that belong together, year after year. Its slug is unique for good: `meeting_series_slug`. */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text')
  slug!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  about!: string | null;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** What every meeting of a series has on its agenda; `standing_item_title_once` within the series. */
@Entity('standing_item')
export class StandingItem {
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'series_id' })
  seriesId!: string;
  @Column('text')
  title!: string;
  @Column('text')
  kind!: SessionKind;
  @Column('int')
  minutes!: number;
  @Column('text', { nullable: true })
  about!: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
