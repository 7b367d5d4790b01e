import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ExchangeFormat, type Theme } from './suggestion-score.js';

/** What a city offers as a mentor; one per city. Its row is the lock under which places are taken and given back. */
@Entity('mentor_offer')
export class MentorOffer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'city_id' }) cityId!: string;
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { array: true }) formats!: ExchangeFormat[];
  @Column('text', { nullable: true }) about!: string | null;
  @Column('boolean') open!: boolean;
  @Column('int') capacity!: number;
  @Column('int', { name: 'active_count' }) activeCount!: number;
  @Column('int', { name: 'completed_count' }) completedCount!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** One theme of an offer; `places` is null where the theme may use the offer's whole capacity. */
@Entity('mentor_offer_theme')
export class MentorOfferTheme {
  @PrimaryColumn('uuid', { name: 'offer_id' }) offerId!: string;
  @PrimaryColumn('text') theme!: Theme;
  @Column('int') position!: number;
  @Column('int', { nullable: true }) places!: number | null;
  @Column('int', { name: 'active_count' }) activeCount!: number;
  @Column('int', { name: 'completed_count' }) completedCount!: number;
}
