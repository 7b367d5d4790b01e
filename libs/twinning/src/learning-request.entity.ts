import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ExchangeFormat, type Theme } from './suggestion-score.js';

/** What a city asks to learn, open until the city closes it. */
@Entity('learning_request')
export class LearningRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'city_id' }) cityId!: string;
  @Column('text', { array: true }) themes!: Theme[];
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { array: true }) formats!: ExchangeFormat[];
  @Column('text') goal!: string;
  @Column('boolean') open!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
