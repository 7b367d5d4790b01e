import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Config } from '#platform/config';
import { Database, newId, UnitOfWork } from '#platform/database';
import { RateLimits } from '#platform/limits';
import { NotFound } from '#platform/refusals';
import { Storage } from '#platform/storage';
import { Clock } from '#platform/time';
import { PersonalExport } from './export.entity.js';
import { PersonalRecords } from './personal-records.js';

const exportSeconds = 24 * 3600;
const exportsPerPerson = { points: 10, seconds: 3600 };

export const keyOfExport = (id: string): string => `exports/${id}`;

/** Gathers what every lib keeps about a person into one JSON file, for that person alone and for a day. */
@Injectable()
export class PersonalExports {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly storage: Storage,
    private readonly records: PersonalRecords,
  ) {}

  /** The address from which its owner may fetch the file. */
  async make(actor: Actor): Promise<string> {
    const personId = actor.requiredId;
    await this.limits.take('export', personId, exportsPerPerson);
    const exportedAt = this.clock.now();
    const file = { exportedAt, personId, ...(await this.records.of(personId)) };
    const id = newId();
    await this.unitOfWork.run(async (tx) => {
      await tx.insert(PersonalExport, { id, personId, createdAt: exportedAt, expiresAt: this.clock.in(exportSeconds) });
      await this.storage.put(keyOfExport(id), Buffer.from(JSON.stringify(file, null, 2)), 'application/json');
    });
    return `${this.config.publicUrl}/exports/${id}`;
  }

  /** Others' exports, and those of yesterday, do not exist. */
  async open(actor: Actor, id: string): Promise<{ bytes: Readable; createdAt: Date }> {
    const found = await this.unitOfWork.run((tx) => tx.find(PersonalExport, { id, personId: actor.requiredId }));
    const bytes = found && found.expiresAt > this.clock.now() ? await this.storage.get(keyOfExport(id)) : null;
    if (!found || !bytes) throw new NotFound('export');
    return { bytes, createdAt: found.createdAt };
  }
}

/** What people itself keeps about a person. */
@Injectable()
export class OwnRecords {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<object> {
    const row = await this.database.one<{ records: object }>(
      `select json_build_object(
         'profile', (select json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'emailVerifiedAt', p.verified_at,
             'bio', p.bio, 'avatarUrl', p.avatar_url, 'locale', p.locale, 'timeZone', p.time_zone, 'roles', p.roles, 'joinedAt', p.joined_at)
           from person p where p.id = $1),
         'passwordSetAt', (select w.set_at from password w where w.person_id = $1),
         'sessions', (select coalesce(json_agg(json_build_object('createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
             'expiresAt', s.expires_at, 'revokedAt', s.revoked_at) order by s.created_at), '[]') from session s where s.person_id = $1),
         'accessTokens', (select coalesce(json_agg(json_build_object('name', t.name, 'createdAt', t.created_at, 'expiresAt', t.expires_at,
             'lastUsedAt', t.last_used_at, 'revokedAt', t.revoked_at) order by t.created_at), '[]') from access_token t where t.person_id = $1),
         'mailedLinks', (select coalesce(json_agg(json_build_object('purpose', l.purpose, 'createdAt', l.created_at,
             'expiresAt', l.expires_at, 'usedAt', l.used_at) order by l.created_at), '[]') from link_token l where l.person_id = $1)
       ) as records`,
      [personId],
    );
    return row?.records ?? {};
  }
}
