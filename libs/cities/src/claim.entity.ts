import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ClaimSubject } from './city.enums.js';

/** What one source says of a city. A source says one thing of one subject once: `claim_said_once`. */
@Entity('claim')
export class Claim {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'city_id' }) cityId!: string;
  @Column('text') subject!: ClaimSubject;
  @Column('text') value!: string;
  @Column('text') source!: string;
  @Column('text', { name: 'source_url', nullable: true }) sourceUrl!: string | null;
  /** ISO date. */
  @Column('date', { name: 'published_on', nullable: true }) publishedOn!: string | null;
  @Column('boolean') denies!: boolean;
  @Column('boolean', { name: 'own_word' }) ownWord!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
