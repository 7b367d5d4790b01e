import { Injectable } from '@nestjs/common';
import { type City, cityColumns } from '#cities';
import { type Person, personColumns } from '#people';
import { type Actor } from '#platform/access';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { connection, type Connection, keyset, type KeyColumn, type PageWish } from '#platform/graphql';
import { NotFound } from '#platform/refusals';
import { type PersonInJson, personOf } from './person-json.js';
import { postColumns } from './post-columns.js';
import { PostLoader } from './post.loader.js';
import { type PostType } from './post.type.js';
import { readableGroup } from './readable-group.js';
import { type ThreadType } from './thread.type.js';
import { type PostOrigin } from './thread-words.js';

/** A post as programs see it, whoever may read it. `body` and `html` are empty once it has been removed. */
export interface PostFacts {
  id: string;
  threadId: string;
  groupId: string;
  threadTitle: string;
  number: number;
  authorId: string | null;
  authorName: string;
  parentId: string | null;
  body: string;
  html: string;
  origin: PostOrigin;
  messageId: string;
  createdAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
}

/** A page of posts with the people who wrote them and the cities that these work for. */
export interface PostPage {
  posts: Connection<PostType>;
  authors: Person[];
  cities: City[];
}

type PageRow = PostType & { authors: PersonInJson[] | null; cities: CityInJson[] | null };
type CityInJson = Omit<City, 'createdAt'> & { createdAt: string };

const byNumber: KeyColumn[] = [{ sql: 'p.number', field: 'number', type: 'int' }];

/** Reads posts: with an actor what that actor may read, without one whatever there is, for programs. */
@Injectable()
export class PostQueries {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly loader: PostLoader,
  ) {}

  async require(actor: Actor, postId: string): Promise<PostType> {
    const [post] = await this.loader.batch([postId], actor);
    if (!post) throw new NotFound('post');
    return post;
  }

  /** One statement whatever the page's size; authors and their cities come once each, on its first row. */
  async ofThread(actor: Actor, thread: ThreadType, wish: PageWish): Promise<PostPage> {
    const page = keyset(byNumber, wish, [actor.personId, thread.id, `${this.config.publicUrl}/files/`]);
    const onFirstRow = (list: string): string =>
      `case when row_number() over (order by ${page.orderBy}) = 1 then (select list from ${list}) end as ${list}`;
    const rows = await this.database.query<PageRow>(
      `with page as materialized (
         select p.* from post p where p.thread_id = $2 and ${page.where} and exists (
           select 1 from thread t join discussion_group g on g.id = t.group_id where t.id = $2 and ${readableGroup('g', '$1')})
         order by ${page.orderBy} limit ${page.limit}),
       authors as (select json_agg(author) as list from (
         select ${personColumns('a')} from person a where a.id in (select author_id from page)) as author),
       cities as (select json_agg(city) as list from (
         select ${cityColumns('c')} from city c where c.id in (
           select m.city_id from membership m where m.person_id in (select author_id from page))) as city)
       select ${postColumns('p', '$1', '$3')}, ${onFirstRow('authors')}, ${onFirstRow('cities')}
       from page p order by ${page.orderBy}`,
      page.values,
    );
    return {
      posts: connection(rows, byNumber, page, wish, thread.postCount, (row) => row),
      authors: (rows[0]?.authors ?? []).map(personOf),
      cities: (rows[0]?.cities ?? []).map((city) => ({ ...city, createdAt: new Date(city.createdAt) })),
    };
  }

  byId(id: string): Promise<PostFacts | null> {
    return this.database.one<PostFacts>(`${selectFacts} where p.id = $1`, [id]);
  }

  /** Posts of a group by the Message-IDs that a mail refers to, brackets included; those of other groups are not found. */
  byMessageIds(groupId: string, messageIds: readonly string[]): Promise<PostFacts[]> {
    return this.database.query<PostFacts>(`${selectFacts} where p.message_id = any($2::text[]) and t.group_id = $1`, [
      groupId,
      messageIds,
    ]);
  }

  /** Message-IDs of the posts that a post answers, oldest first, at most so many; a post without a parent answers the thread's first. */
  async ancestorMessageIds(postId: string, most = 20): Promise<string[]> {
    const rows = await this.database.query<{ messageId: string }>(
      `with recursive line as (
         select p.id, p.thread_id, p.message_id, p.parent_id, p.number, 0 as step from post p where p.id = $1
         union all
         select p.id, p.thread_id, p.message_id, p.parent_id, p.number, line.step + 1 from line
         join post p on p.id = line.parent_id or (line.parent_id is null and line.number > 1 and p.thread_id = line.thread_id and p.number = 1)
         where line.step < $2)
       select message_id as "messageId" from line where step > 0 order by step desc`,
      [postId, most],
    );
    return rows.map(({ messageId }) => messageId);
  }

  /** A thread as programs see it; one that was merged is answered by where its posts went. */
  threadById(id: string): Promise<{ id: string; groupId: string; title: string; locked: boolean } | null> {
    return this.database.one(
      `select t.id, t.group_id as "groupId", t.title, t.locked from thread asked
       join thread t on t.id = coalesce(asked.merged_into_id, asked.id) where asked.id = $1`,
      [id],
    );
  }
}

const selectFacts = `
  select p.id, p.thread_id as "threadId", t.group_id as "groupId", t.title as "threadTitle", p.number,
    p.author_id as "authorId", p.author_name as "authorName", p.parent_id as "parentId",
    case when p.removed_at is null then p.body else '' end as body,
    case when p.removed_at is null then p.html else '' end as html,
    p.origin, p.message_id as "messageId", p.created_at as "createdAt", p.edited_at as "editedAt", p.removed_at as "removedAt"
  from post p join thread t on t.id = p.thread_id`;
