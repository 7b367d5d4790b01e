import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/access';
import { Database } from '#platform/database';
import { connection, keyset, type Connection, type KeyColumn, type PageWish } from '#platform/graphql';
import { canonicalEmail } from './email-address.js';
import { Person, personColumns } from './person.entity.js';
import { foldedName } from '#platform/names';
import { personPolicy } from './person.policy.js';

const byName: KeyColumn[] = [
  { sql: 'p.folded_name collate "C"', field: 'foldedName', type: 'text' },
  { sql: 'p.id', field: 'id', type: 'uuid' },
];

/** Reads people. Rights are the caller's where a method takes no viewer. */
@Injectable()
export class People {
  constructor(private readonly database: Database) {}

  /** Also a sign-up that is not verified, or one who has left. */
  byId(id: string): Promise<Person | null> {
    return this.database.one<Person>(`select ${personColumns('p')} from person p where p.id = $1`, [id]);
  }

  byIds(ids: readonly string[]): Promise<Person[]> {
    return this.database.query<Person>(`select ${personColumns('p')} from person p where p.id = any($1::uuid[])`, [
      ids,
    ]);
  }

  /** Whose address this is, however it is written; null while nobody has shown that it is theirs. */
  async byVerifiedEmail(email: string): Promise<Person | null> {
    const canonical = canonicalEmail(email);
    if (!canonical) return null;
    return this.database.one<Person>(
      `select ${personColumns('p')} from person p where p.canonical_email = $1 and p.verified_at is not null`,
      [canonical],
    );
  }

  /** The sign-up that named this address last, where it is not verified yet. */
  newestSignUp(canonical: string): Promise<Person | null> {
    return this.database.one<Person>(
      `select ${personColumns('p')} from person p where p.canonical_email = $1 and p.verified_at is null
       order by p.joined_at desc, p.id desc limit 1`,
      [canonical],
    );
  }

  /** Verified people by name; `search` finds parts of names without regard to case and accents, for administrators of addresses too. */
  async search(actor: Actor, wish: PageWish, search?: string | null): Promise<Connection<Person>> {
    actor.require(personPolicy.search(actor), 'Confirm your e-mail address first: then you can look for people.');
    const wanted = foldedName(search ?? '').slice(0, 100);
    const { condition, values } = matching(wanted, personPolicy.searchByEmail(actor));
    const page = keyset(byName, wish, values);
    const rows = await this.database.query<Person>(
      `select ${personColumns('p')} from person p
       where p.verified_at is not null and ${condition} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
      page.values,
    );
    const count = async () => {
      const sql = `select count(*)::int as count from person p where p.verified_at is not null and ${condition}`;
      return (await this.database.one<{ count: number }>(sql, values))?.count ?? 0;
    };
    return connection(rows, byName, page, wish, count, (person) => person);
  }
}

function matching(wanted: string, alsoByEmail: boolean): { condition: string; values: unknown[] } {
  if (!wanted) return { condition: 'true', values: [] };
  const values = [`%${wanted.replace(/[\\%_]/g, '\\$&')}%`];
  return {
    condition: alsoByEmail ? '(p.folded_name like $1 or p.canonical_email like $1)' : 'p.folded_name like $1',
    values,
  };
}
