import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlatformRole } from '#platform/access';

/**
 * Somebody with an account. An address is theirs only once it is verified: `person_one_verified_per_address`. Until then
 * any number of sign-ups may name it (ADR 0010). Erasure leaves the row without anything personal, so that ids hold.
 */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** The name without case and accents, for searching. */
  @Column('text', { name: 'folded_name' }) foldedName!: string;
  /** As the person wrote it; null once erased. */
  @Column('text', { nullable: true }) email!: string | null;
  /** What addresses are compared by: see `canonicalEmail`. */
  @Column('text', { name: 'canonical_email', nullable: true }) canonicalEmail!: string | null;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt!: Date | null;
  @Column('text', { nullable: true }) bio!: string | null;
  @Column('text', { name: 'avatar_url', nullable: true }) avatarUrl!: string | null;
  @Column('text') locale!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text', { array: true }) roles!: PlatformRole[];
  @Column('timestamptz', { name: 'joined_at' }) joinedAt!: Date;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt!: Date | null;
}

/** The columns of {@link Person} for hand-written SQL, from a table or alias `of`. */
export const personColumns = (of: string): string =>
  `${of}.id, ${of}.name, ${of}.folded_name as "foldedName", ${of}.email, ${of}.canonical_email as "canonicalEmail",
   ${of}.verified_at as "verifiedAt", ${of}.bio, ${of}.avatar_url as "avatarUrl", ${of}.locale,
   ${of}.time_zone as "timeZone", ${of}.roles, ${of}.joined_at as "joinedAt", ${of}.erased_at as "erasedAt"`;
