import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Actor, type PlatformRole, Standings } from '#platform/access';
import { Database } from '#platform/database';
import { Clock } from '#platform/time';
import { longestSessionSeconds, sessionSeconds } from './sessions.js';
import { hashOfToken, isToken } from './token.js';

interface Caller {
  personId: string;
  credentialId: string | null;
  lastSeenAt: Date | null;
  name: string;
  locale: string;
  timeZone: string;
  verified: boolean;
  roles: PlatformRole[];
}

const callerColumns = `p.id as "personId", p.name, p.locale, p.time_zone as "timeZone", p.verified_at is not null as verified, p.roles`;

/** The use of a credential is written down at most so often. */
const noticedEverySeconds = 3600;

/** Tells who holds a token, with one statement for the token and its person. */
@Injectable()
export class Callers {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(Callers.name);
  }

  async bySession(token: string): Promise<Actor | null> {
    if (!isToken('session', token)) return null;
    const caller = await this.database.one<Caller>(
      `select s.id as "credentialId", s.last_seen_at as "lastSeenAt", ${callerColumns}
       from session s join person p on p.id = s.person_id
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and p.erased_at is null`,
      [hashOfToken(token), this.clock.now()],
    );
    if (caller && this.isOld(caller.lastSeenAt)) {
      this.notice(
        `update session set last_seen_at = $2, expires_at = least($3, created_at + make_interval(secs => ${longestSessionSeconds})) where id = $1`,
        [caller.credentialId, this.clock.now(), this.clock.in(sessionSeconds)],
      );
    }
    return caller && this.actor(caller);
  }

  async byAccessToken(token: string): Promise<Actor | null> {
    if (!isToken('access', token)) return null;
    const caller = await this.database.one<Caller>(
      `select t.id as "credentialId", t.last_used_at as "lastSeenAt", ${callerColumns}
       from access_token t join person p on p.id = t.person_id
       where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and p.erased_at is null`,
      [hashOfToken(token), this.clock.now()],
    );
    if (caller && this.isOld(caller.lastSeenAt)) {
      this.notice('update access_token set last_used_at = $2 where id = $1', [caller.credentialId, this.clock.now()]);
    }
    return caller && this.actor(caller);
  }

  /** Acts for a person without a credential, as mail and jobs do; with one right after it was opened. */
  async byId(personId: string, credentialId: string | null = null): Promise<Actor | null> {
    const caller = await this.database.one<Caller>(
      `select ${callerColumns} from person p where p.id = $1 and p.erased_at is null`,
      [personId],
    );
    return caller && this.actor({ ...caller, credentialId });
  }

  /** Of these sessions and access tokens, those that are neither revoked nor expired. */
  async stillHold(credentialIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(
      `select id from session where id = any($1::uuid[]) and revoked_at is null and expires_at > $2
       union all
       select id from access_token where id = any($1::uuid[]) and revoked_at is null and (expires_at is null or expires_at > $2)`,
      [credentialIds, this.clock.now()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async actor(caller: Caller): Promise<Actor> {
    const standings = await this.standings.standingsOf([caller.personId]);
    return Actor.of({ ...caller, standings: standings.get(caller.personId) ?? [] });
  }

  private isOld(seenAt: Date | null): boolean {
    return seenAt === null || this.clock.now().getTime() - seenAt.getTime() > noticedEverySeconds * 1000;
  }

  /** Nobody waits for it: losing one costs an hour of a session's thirty days. */
  private notice(sql: string, values: unknown[]): void {
    this.database.query(sql, values).catch((error: unknown) => {
      this.logger.warn({ err: error as Error }, 'the use of a credential could not be written down');
    });
  }
}
