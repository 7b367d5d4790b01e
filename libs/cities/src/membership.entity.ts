import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type MembershipRole, type MembershipStatus } from './membership.enums.js';

/** A person's part in a city or an organisation. Of each role one is open at most: `membership_one_open_per_role`. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'city_id', nullable: true }) cityId!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** The one of the two that it is a membership of; Postgres keeps it. */
  @Column({ type: 'uuid', name: 'body_id', insert: false, update: false }) bodyId!: string;
  @Column('text') role!: MembershipRole;
  @Column('text') status!: MembershipStatus;
  @Column('text', { nullable: true }) title!: string | null;
  /** The time of the asking until it is confirmed, then that of the confirmation. */
  @Column('timestamptz') since!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
