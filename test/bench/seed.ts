import { Client } from 'pg';

export interface Seed {
  threadIds: string[];
  personId: string;
}

const threads = 1000;
const postsPerThread = 100;
const people = 200;
const at = `'2026-01-01T08:00:00Z'::timestamptz`;
const id = (kind: number, nr: string): string =>
  `('00000000-0000-7${kind}00-8000-' || lpad(to_hex(${nr}), 12, '0'))::uuid`;

/** 100,000 posts in 1,000 threads of one public group, with reactions, by 200 people of 40 cities. */
export async function seed(url: string): Promise<Seed> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const sql = `
    insert into city (id, slug, name, search_name, kind, country, languages, created_at)
      select ${id(1, 'c')}, 'bench-' || c, 'Bench City ' || c, 'bench city ' || c, 'CITY', 'AT', '{de}', ${at} from generate_series(1, 40) c;
    insert into person (id, name, folded_name, email, canonical_email, verified_at, locale, time_zone, joined_at)
      select ${id(2, 'p')}, 'Person ' || p, 'person ' || p, 'p' || p || '@bench.example', 'p' || p || '@bench.example', ${at}, 'en', 'UTC', ${at} from generate_series(1, ${people}) p;
    insert into membership (id, person_id, city_id, role, status, since)
      select ${id(3, 'p')}, ${id(2, 'p')}, ${id(1, '1 + p % 40')}, 'PRACTITIONER', 'CONFIRMED', ${at} from generate_series(1, ${people}) p;
    insert into discussion_group (id, slug, name, kind, visibility, member_count, thread_count, created_at)
      values (${id(4, '1')}, 'bench', 'Bench', 'COMMUNITY', 'PUBLIC', 0, ${threads}, ${at});
    insert into thread (id, group_id, title, author_id, created_at, last_post_at, post_count)
      select ${id(5, 't')}, ${id(4, '1')}, 'Thread ' || t, ${id(2, '1 + t % ' + people)}, ${at}, ${at} + t * interval '1 minute', ${postsPerThread} from generate_series(1, ${threads}) t;
    insert into post (id, thread_id, number, author_id, author_name, body, html, origin, message_id, reactions, created_at)
      select ${id(6, `(t * ${postsPerThread} + n)`)}, ${id(5, 't')}, n, ${id(2, `1 + (t + n) % ${people}`)}, 'Person ' || (1 + (t + n) % ${people}), 'x',
        '<p>' || repeat('Human rights cities learn from each other. ', 5) || '</p>', case when n % 5 = 0 then 'EMAIL' else 'WEB' end,
        '<' || t || '.' || n || '@bench>', case when n % 3 = 0 then '[{"emoji":"👍","count":2},{"emoji":"❤️","count":1}]'::jsonb else '[]' end,
        ${at} + (t * 1000 + n) * interval '1 second'
      from generate_series(1, ${threads}) t, generate_series(1, ${postsPerThread}) n;`;
  for (const statement of sql.split(';').filter((text) => text.trim())) await client.query(statement);
  await client.query('analyze');
  const { rows } = await client.query<{ id: string }>('select id from thread order by id');
  await client.end();
  return { threadIds: rows.map((row) => row.id), personId: '00000000-0000-7200-8000-000000000001' };
}
