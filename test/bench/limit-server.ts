import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Pool } from 'pg';
import { readConfig } from '#platform/config';

/**
 * The limit: bare node:http and one named statement whose JSON Postgres makes, answering a thread page with the same
 * bytes as Gemina. It knows nothing of rights, of people who ask, or of any other question.
 */
const statement = `
  select '{"data":' || row_to_json(data)::text || '}' as json from (
    select (
      select row_to_json(t) from (
        select thread.id, thread.title, thread.post_count as "postCount", thread.locked, thread.pinned,
          (select row_to_json(g) from (select id, slug, name from discussion_group where id = thread.group_id) g) as group,
          (select row_to_json(c) from (
            select array_to_json(array_agg(row_to_json(n) order by n.number)) as nodes from (
              select post.id, post.number, post.html, post."authorName", post.origin, post."createdAt", post."editedAt", post."removedAt",
                (select row_to_json(a) from (select p.id, p.name, (
                  select array_to_json(array_agg(row_to_json(m))) from (
                    select mb.role, (select row_to_json(b) from (select 'City' as "__typename", city.name, city.slug from city where city.id = mb.city_id) b) as body
                    from membership mb where mb.person_id = p.id and mb.status = 'CONFIRMED') m) as memberships
                  from person p where p.id = post.author_id) a) as author,
                post.reactions
              from (
                select id, number, html, author_name as "authorName", origin, author_id,
                  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
                  edited_at as "editedAt", removed_at as "removedAt",
                  coalesce((select array_to_json(array_agg(row_to_json(r))) from (
                    select e->>'emoji' as emoji, (e->>'count')::int as count, false as "viewerReacted" from jsonb_array_elements(post.reactions) e) r), '[]'::json) as reactions
                from post where thread_id = thread.id order by number limit 30) post) n) c) as posts
        from thread where thread.id = $1) t) as thread) data`;

const config = readConfig(process.env);
const pool = new Pool({ connectionString: config.databaseUrl ?? '', max: 20 });

const server = createServer((request, response) => {
  void buffer(request)
    .then((body) => JSON.parse(body.toString()) as { variables: { id: string } })
    .then(({ variables }) =>
      pool.query<{ json: string }>({ name: 'thread-page', text: statement, values: [variables.id] }),
    )
    .then(({ rows }) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(rows[0]?.json);
    })
    .catch((error: Error) => response.writeHead(500).end(error.message));
});

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
