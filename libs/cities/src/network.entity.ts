import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type NetworkKind } from './city.enums.js';

/** A network within the network. A city or an organisation convenes it, never both: `network_one_convenor`. */
@Entity('network')
export class Network {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'search_name' }) searchName!: string;
  @Column('text') kind!: NetworkKind;
  @Column('text', { nullable: true }) about!: string | null;
  @Column('uuid', { name: 'convenor_city_id', nullable: true }) convenorCityId!: string | null;
  @Column('uuid', { name: 'convenor_organisation_id', nullable: true }) convenorOrganisationId!: string | null;
  @Column('int', { name: 'city_count' }) cityCount!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
