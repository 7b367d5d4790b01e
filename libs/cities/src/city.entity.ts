import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CityKind } from './city.enums.js';

/** A local authority. `declared`, `declaredYear` and `population` follow from its claims: see `best-supported.ts`. */
@Entity('city')
export class City {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'search_name' }) searchName!: string;
  @Column('text') kind!: CityKind;
  @Column('text') country!: string;
  @Column('uuid', { name: 'part_of_id', nullable: true }) partOfId!: string | null;
  @Column('int', { nullable: true }) population!: number | null;
  @Column('text', { array: true }) languages!: string[];
  @Column('float8', { nullable: true }) latitude!: number | null;
  @Column('float8', { nullable: true }) longitude!: number | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { nullable: true }) about!: string | null;
  @Column('boolean') declared!: boolean;
  @Column('int', { name: 'declared_year', nullable: true }) declaredYear!: number | null;
  @Column('int', { name: 'geoname_id', nullable: true }) geonameId!: number | null;
  @Column('int', { name: 'member_count' }) memberCount!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
