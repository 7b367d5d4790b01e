import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's own records, gathered into one file in storage; theirs to fetch until it expires. */
@Entity('personal_export')
export class PersonalExport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
