import { type Theme } from '#cities';
import { type Arrival, Posts, Threads } from '#discussions';
import { Door } from '#platform/access';
import { Clock } from '#platform/time';
import { apiAs } from './api-as.js';
import { demoThreads } from './demo-words.js';
import type { DemoCast } from './load-demo.js';

/** Lets the demo's people talk, over the last days. */
export async function writeDemoThreads({ app, person, group }: DemoCast): Promise<void> {
  const threads = app.get(Threads, { strict: false });
  const posts = app.get(Posts, { strict: false });
  const clock = app.get(Clock, { strict: false });
  for (const { group: key, title, themes, posts: said } of demoThreads) {
    let threadId: string | null = null;
    for (const { by, hoursAgo, body, origin, quoted, reactions } of said) {
      const actor = await app.get(Door, { strict: false }).actorOf(person(by));
      if (!actor) throw new Error(`${by} is not there.`);
      const arrival: Arrival = {
        origin: origin ?? 'WEB',
        quoted: quoted ?? null,
        createdAt: clock.in(-hoursAgo * 3600),
      };
      let postId: string;
      if (threadId) {
        postId = (await posts.reply(actor, { threadId, body }, arrival)).id;
      } else {
        const started = await threads.start(
          actor,
          { groupId: group(key), title, body, themes: themes as Theme[] },
          arrival,
        );
        threadId = started.thread.id;
        postId = started.post.id;
      }
      for (const [who, emoji] of reactions ?? []) {
        await apiAs(app, person(who), 'mutation($input: ReactInput!) { react(input: $input) { id } }', {
          input: { postId, emoji, on: true },
        });
      }
    }
  }
}
