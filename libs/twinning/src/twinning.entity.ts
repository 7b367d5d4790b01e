import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Theme } from './suggestion-score.js';

export const TwinningStatus = {
  PROPOSED: 'PROPOSED',
  ACTIVE: 'ACTIVE',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
  COMPLETED: 'COMPLETED',
  ENDED_EARLY: 'ENDED_EARLY',
  EXPIRED: 'EXPIRED',
} as const;
export type TwinningStatus = (typeof TwinningStatus)[keyof typeof TwinningStatus];

/** A mentor and a learner city that exchange, or are asked to. A pair has one open twinning at most: `twinning_one_open_per_pair`. */
@Entity('twinning')
export class Twinning {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'mentor_id' }) mentorId!: string;
  @Column('uuid', { name: 'learner_id' }) learnerId!: string;
  @Column('uuid', { name: 'request_id' }) requestId!: string;
  /** Each of them takes one of the mentor's places on that theme. */
  @Column('text', { array: true }) themes!: Theme[];
  @Column('text') goal!: string;
  @Column('text') status!: TwinningStatus;
  @Column('text', { nullable: true }) message!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedById!: string | null;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  /** Also when a proposal came to nothing. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** The latest that happened in it or is planned: lies ahead while an exchange does. */
  @Column('timestamptz', { name: 'last_activity_at', nullable: true }) lastActivityAt!: Date | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
}
