import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ExchangeFormat } from './suggestion-score.js';

/** Something that a twinning wants to reach; `dueOn` is a calendar day (2026-11-21). */
@Entity('milestone')
export class Milestone {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'twinning_id' }) twinningId!: string;
  @Column('text') title!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}

/** A meeting, visit or other exchange of the two cities, held or planned. */
@Entity('exchange')
export class Exchange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'twinning_id' }) twinningId!: string;
  @Column('text') format!: ExchangeFormat;
  @Column('text') title!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text', { nullable: true }) notes!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('uuid', { name: 'logged_by', nullable: true }) loggedById!: string | null;
}

/** What one of the two cities says of the twinning; `rating` is 1 to 5. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'twinning_id' }) twinningId!: string;
  @Column('uuid', { name: 'city_id' }) cityId!: string;
  @Column('int') rating!: number;
  @Column('text') learned!: string;
  @Column('boolean', { name: 'would_recommend' }) wouldRecommend!: boolean;
  @Column('uuid', { name: 'written_by', nullable: true }) writtenById!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
