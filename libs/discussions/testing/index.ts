import { type INestApplicationContext } from '@nestjs/common';
import { Actor, Door } from '#platform/access';
import {
  type Group,
  Groups,
  type GroupWish,
  type Post,
  Posts,
  type Thread,
  Threads,
  type ThreadWish,
} from '#discussions';

/** A group, of which only what matters to the test need be said: a public community without members otherwise. */
export const aGroup = (app: INestApplicationContext, said: Partial<GroupWish> = {}): Promise<Group> =>
  app.get(Groups, { strict: false }).open({ name: 'Some Group', kind: 'COMMUNITY', visibility: 'PUBLIC', ...said });

/** A thread that a person starts, with its first post. */
export async function aThread(
  app: INestApplicationContext,
  personId: string,
  said: Partial<ThreadWish> & { groupId: string },
): Promise<{ thread: Thread; post: Post }> {
  const threads = app.get(Threads, { strict: false });
  return threads.start(await actorOf(app, personId), { title: 'Some thread', body: 'Some words', ...said });
}

/** A person's reply in a thread. */
export async function aReply(
  app: INestApplicationContext,
  personId: string,
  threadId: string,
  body = 'Some answer',
): Promise<Post> {
  return app.get(Posts, { strict: false }).reply(await actorOf(app, personId), { threadId, body });
}

/** Somebody as the door lets them in. */
export async function actorOf(app: INestApplicationContext, personId: string): Promise<Actor> {
  return (await app.get(Door, { strict: false }).actorOf(personId)) ?? Actor.nobody;
}
