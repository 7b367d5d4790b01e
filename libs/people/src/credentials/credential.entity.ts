import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's password, kept apart from {@link Person} so that no reader of people ever holds it. */
@Entity('password')
export class Password {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  /** Argon2id in PHC string format. */
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}

/** Somebody signed in with one browser or program. Only the token's SHA-256 is kept. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Moves on while the session is used. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

/** A personal access token, for a person's own programs. Only its SHA-256 is kept. */
@Entity('access_token')
export class AccessToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}

export type LinkPurpose = 'VERIFY' | 'SIGN_IN';

/** What a mailed link carries: good once, until it expires or a newer one of its purpose takes its place. */
@Entity('link_token')
export class LinkToken {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') purpose!: LinkPurpose;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
