import { Column, Entity, PrimaryColumn } from 'typeorm';

export const RoundStatus = {
  COLLECTING: 'COLLECTING',
  COMPUTED: 'COMPUTED',
  PUBLISHED: 'PUBLISHED',
  CANCELLED: 'CANCELLED',
} as const;
export type RoundStatus = (typeof RoundStatus)[keyof typeof RoundStatus];

export const RoundAim = {
  LEARNERS_FIRST: 'LEARNERS_FIRST',
  MOST_PAIRS: 'MOST_PAIRS',
  BEST_FIT: 'BEST_FIT',
} as const;
export type RoundAim = (typeof RoundAim)[keyof typeof RoundAim];

export const RoundSide = { LEARNER: 'LEARNER', MENTOR: 'MENTOR' } as const;
export type RoundSide = (typeof RoundSide)[keyof typeof RoundSide];

/** A cohort that is matched at once. Its row is the lock under which it is ranked, computed and published. */
@Entity('matching_round')
export class MatchingRound {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') aim!: RoundAim;
  /** Breaks ties; public from the start. */
  @Column('text') seed!: string;
  @Column('text') status!: RoundStatus;
  @Column('timestamptz', { name: 'closes_at' }) closesAt!: Date;
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  /** How many cities have ranked mentors. */
  @Column('int', { name: 'learner_count' }) learnerCount!: number;
  /** How many cities have ranked learners. */
  @Column('int', { name: 'mentor_count' }) mentorCount!: number;
  /** Set while a process computes; too old, it is one that died. */
  @Column('timestamptz', { name: 'computing_since', nullable: true }) computingSince!: Date | null;
  @Column('timestamptz', { name: 'computed_at', nullable: true }) computedAt!: Date | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
}

/** Whom a city ranks on one side of a round: city ids, best first; an inner list is a tie. */
@Entity('matching_round_ranking')
export class RoundRanking {
  @PrimaryColumn('uuid', { name: 'round_id' }) roundId!: string;
  @PrimaryColumn('text') side!: RoundSide;
  @PrimaryColumn('uuid', { name: 'city_id' }) cityId!: string;
  @Column('jsonb') ranking!: string[][];
  @Column('uuid', { name: 'ranked_by', nullable: true }) rankedBy!: string | null;
  @Column('timestamptz', { name: 'ranked_at' }) rankedAt!: Date;
}

/** A pair that a published round has brought together, and the twinning that it has become. */
@Entity('matching_round_twinning')
export class RoundTwinning {
  @PrimaryColumn('uuid', { name: 'round_id' }) roundId!: string;
  @PrimaryColumn('uuid', { name: 'learner_id' }) learnerId!: string;
  @Column('uuid', { name: 'mentor_id' }) mentorId!: string;
  @Column('uuid', { name: 'twinning_id' }) twinningId!: string;
}
