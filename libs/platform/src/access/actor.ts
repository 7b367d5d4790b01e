import { Forbidden, Unauthenticated } from '#platform/refusals';

export type PlatformRole = 'ADMIN' | 'ORGANISER' | 'MODERATOR';
export type MembershipRole = 'FOCAL_POINT' | 'PRACTITIONER' | 'ELECTED_REPRESENTATIVE' | 'EXPERT';

/** A confirmed membership of the person who asks: of a city or an organisation. */
export interface Standing {
  bodyId: string;
  role: MembershipRole;
}

export interface ActorFacts {
  personId: string;
  /** The session or access token that the person came with; null for programs such as mail and jobs. */
  credentialId: string | null;
  name: string;
  locale: string;
  timeZone: string;
  verified: boolean;
  roles: readonly PlatformRole[];
  standings: readonly Standing[];
}

/** Who asks, with all that policies need to answer without asking the database again. */
export class Actor {
  private constructor(private readonly facts: ActorFacts | null) {}

  /** Somebody who has not signed in. */
  static readonly nobody = new Actor(null);

  static of(facts: ActorFacts): Actor {
    return new Actor(facts);
  }

  get signedIn(): boolean {
    return this.facts !== null;
  }

  /** Null for nobody. */
  get personId(): string | null {
    return this.facts?.personId ?? null;
  }

  /** The id of somebody who must be signed in; refused as UNAUTHENTICATED. */
  get requiredId(): string {
    if (!this.facts) throw new Unauthenticated();
    return this.facts.personId;
  }

  get credentialId(): string | null {
    return this.facts?.credentialId ?? null;
  }

  get name(): string {
    return this.facts?.name ?? '';
  }

  /** Null for nobody: then the request's own wish counts. */
  get locale(): string | null {
    return this.facts?.locale ?? null;
  }

  get timeZone(): string {
    return this.facts?.timeZone ?? 'UTC';
  }

  /** Signed in, with an e-mail address shown to be theirs. */
  get verified(): boolean {
    return this.facts?.verified ?? false;
  }

  get standings(): readonly Standing[] {
    return this.facts?.standings ?? [];
  }

  has(role: PlatformRole): boolean {
    return this.facts?.roles.includes(role) ?? false;
  }

  get isAdmin(): boolean {
    return this.has('ADMIN');
  }

  /** May act for the body; administrators act on any body's behalf. */
  isFocalPointOf(bodyId: string): boolean {
    return (
      this.isAdmin || this.standings.some((standing) => standing.bodyId === bodyId && standing.role === 'FOCAL_POINT')
    );
  }

  /** Works for the body in whatever role; focal points too. */
  belongsTo(bodyId: string): boolean {
    return this.isAdmin || this.standings.some((standing) => standing.bodyId === bodyId);
  }

  /** The bodies that this person may act for, without an administrator's reach. */
  get focalPointOf(): string[] {
    return this.standings.filter((standing) => standing.role === 'FOCAL_POINT').map((standing) => standing.bodyId);
  }

  /** Refuses with UNAUTHENTICATED where nobody asks, else with FORBIDDEN, unless `allowed`. */
  require(allowed: boolean, why?: string): void {
    if (allowed) return;
    if (!this.facts) throw new Unauthenticated();
    throw new Forbidden(why);
  }

  /** Refuses people whose address is not verified yet. */
  requireVerified(): void {
    this.require(this.verified, 'Confirm your e-mail address first: we have sent you a link.');
  }
}
