import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type OrganisationKind } from './city.enums.js';

/** An agency, association or other body around the cities. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'search_name' }) searchName!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { nullable: true }) about!: string | null;
  @Column('int', { name: 'member_count' }) memberCount!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
