import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { execute, GraphQLError } from 'graphql';
import { PinoLogger } from 'nestjs-pino';
import { Actor, Door } from '#platform/access';
import { Database } from '#platform/database';
import { Bus } from '#platform/events';
import { Loaders, shapeError } from '#platform/graphql';
import { BadUserInput, NotFound } from '#platform/refusals';
import { frameMaker } from './frame.js';
import type { TopicEvent } from './live-feed.js';
import type { Subscriber } from './subscriber.js';
import { Topic } from './topic.js';

const batch = 200;
const lookMillis = 2_000;
/** A reader with more than this waiting to be taken is cut off; it resumes from its cursor. */
const mostBufferedBytes = 4 * 1024 * 1024;

/** Keeps the readers of each topic, reads what was committed in the topic's order, and sends it to whoever may still see it. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly topics = new Map<string, Topic>();
  private timer: NodeJS.Timeout | undefined;
  delivered = 0;
  cutOff = 0;

  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly modules: ModuleRef,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(LiveHub.name);
    this.bus.onMoved((moved) => this.onMoved(moved));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), lookMillis);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  get subscriberCount(): number {
    let count = 0;
    for (const topic of this.topics.values()) count += topic.size;
    return count;
  }

  /** Where a topic stands: the cursor of its last event, `0` before the first. */
  async cursorOf(topic: string): Promise<string> {
    const row = await this.database.one<{ cursor: string }>('select cursor::text from topic where name = $1', [topic]);
    return row?.cursor ?? '0';
  }

  /** Serves the subscriber all since its cursor, then what comes; resolves once it follows live. */
  async join(subscriber: Subscriber): Promise<void> {
    const { topic: name, after } = subscriber.feed.options;
    if (after && !/^\d{1,18}$/.test(after))
      throw new BadUserInput('This cursor was not given out for this subscription.', 'after');
    const { personId } = subscriber.actor;
    if (!(await subscriber.feed.options.mayRead([personId])).has(personId)) throw new NotFound();
    let topic = this.topics.get(name);
    if (!topic) {
      topic = new Topic(name);
      this.topics.set(name, topic);
    }
    topic.joining += 1;
    try {
      let position = after ? BigInt(after) : null;
      if (position !== null) position = await this.replay(subscriber, position);
      await topic.inTurn(async () => {
        topic.position ??= BigInt(await this.cursorOf(name));
        if (position !== null) await this.replay(subscriber, position, topic.position);
        topic.add(subscriber);
      });
    } finally {
      topic.joining -= 1;
      this.forgetIfEmpty(topic);
    }
    this.advance(topic);
  }

  leave(subscriber: Subscriber): void {
    const topic = this.topics.get(subscriber.feed.options.topic);
    topic?.remove(subscriber);
    if (topic) this.forgetIfEmpty(topic);
  }

  private forgetIfEmpty(topic: Topic): void {
    if (topic.size === 0 && topic.joining === 0) this.topics.delete(topic.name);
  }

  private onMoved(moved: string[] | null): void {
    if (moved === null) {
      for (const topic of this.topics.values()) this.advance(topic);
      return;
    }
    for (const name of moved) {
      const topic = this.topics.get(name);
      if (topic) this.advance(topic);
    }
  }

  /** Finds topics that moved without a message having come. */
  private async look(): Promise<void> {
    if (this.topics.size === 0) return;
    try {
      const rows = await this.database.query<{ name: string; cursor: string }>(
        'select name, cursor::text from topic where name = any($1)',
        [[...this.topics.keys()]],
      );
      for (const row of rows) {
        const topic = this.topics.get(row.name);
        if (topic?.position != null && BigInt(row.cursor) > topic.position) this.advance(topic);
      }
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'the live hub could not look for moved topics');
    }
  }

  private advance(topic: Topic): void {
    if (topic.waiting) return;
    topic.waiting = true;
    topic
      .inTurn(async () => {
        topic.waiting = false;
        if (topic.position === null) return;
        for (;;) {
          const events = await this.read(topic.name, topic.position);
          if (events.length === 0) return;
          await this.deliver(topic.subscribers(), events);
          topic.position = BigInt(events.at(-1)?.cursor ?? topic.position);
        }
      })
      .catch((error: unknown) =>
        this.logger.warn({ err: error as Error, topic: topic.name }, 'live delivery failed and will be tried again'),
      );
  }

  /** Sends one subscriber what it missed, up to `until` or all there is; answers how far it came. */
  private async replay(subscriber: Subscriber, from: bigint, until?: bigint): Promise<bigint> {
    let position = from;
    for (;;) {
      const events = await this.read(subscriber.feed.options.topic, position, until);
      if (events.length === 0) return position;
      await this.deliver([subscriber], events);
      position = BigInt(events.at(-1)?.cursor ?? position);
    }
  }

  private read(topic: string, after: bigint, until?: bigint): Promise<TopicEvent[]> {
    return this.database.query<TopicEvent>(
      `select t.cursor::text as cursor, e.name, e.at, e.facts from topic_event t join event e on e.id = t.event_id
       where t.topic = $1 and t.cursor > $2 and ($3::bigint is null or t.cursor <= $3) order by t.cursor limit ${batch}`,
      [topic, after.toString(), until?.toString() ?? null],
    );
  }

  /** Rights are asked after the events were read: who had lost them before an event happened is not shown it. */
  private async deliver(subscribers: Subscriber[], events: TopicEvent[]): Promise<void> {
    const readers = await this.stillReading(subscribers);
    const groups = Map.groupBy(readers, (reader) => reader.groupKey);
    const viewers = new Map(
      await Promise.all([...groups].map(async ([key, [one]]) => [key, await this.viewerNow(one)] as const)),
    );
    for (const event of events) {
      await Promise.all(
        [...groups].map(([key, group]) => this.deliverTo(group, viewers.get(key) ?? Actor.nobody, event)),
      );
    }
  }

  private async stillReading(subscribers: Subscriber[]): Promise<Subscriber[]> {
    const feed = subscribers[0]?.feed;
    if (!feed) return [];
    const credentials = [...new Set(subscribers.flatMap(({ actor }) => actor.credentialId ?? []))];
    const people = [...new Set(subscribers.map(({ actor }) => actor.personId))];
    const [holding, allowed] = await Promise.all([
      credentials.length > 0 ? this.modules.get(Door, { strict: false }).stillHold(credentials) : new Set<string>(),
      feed.options.mayRead(people),
    ]);
    return subscribers.filter((subscriber) => {
      const { credentialId, personId } = subscriber.actor;
      if (credentialId && !holding.has(credentialId)) {
        subscriber.socket.close(4403, 'Signed out');
        return false;
      }
      if (allowed.has(personId)) return true;
      subscriber.end({ errors: [this.refusal()] });
      return false;
    });
  }

  /** Shaped by the live door, like all that ends an operation. */
  private refusal(): GraphQLError {
    const refusal = new NotFound();
    return new GraphQLError(refusal.message, { originalError: refusal });
  }

  /** Whoever stands for a group, with the roles and memberships that they have at this moment. */
  private async viewerNow(one: Subscriber | undefined): Promise<Actor> {
    const personId = one?.actor.personId;
    return (personId && (await this.modules.get(Door, { strict: false }).actorOf(personId))) || Actor.nobody;
  }

  private async deliverTo(group: Subscriber[], viewer: Actor, event: TopicEvent): Promise<void> {
    const one = group[0];
    if (!one) return;
    const shape = await one.feed.options.shape(event);
    if (!shape) return;
    const payload = await this.answer(one, viewer, shape);
    const frameOf = frameMaker(payload);
    for (const { socket, id } of group) {
      if (socket.readyState !== 1) continue;
      if (socket.bufferedAmount > mostBufferedBytes) {
        this.cutOff += 1;
        socket.terminate();
        continue;
      }
      socket.send(frameOf(id), { binary: false });
      this.delivered += 1;
    }
  }

  private async answer(one: Subscriber, viewer: Actor, shape: object): Promise<string> {
    const context = one.args.contextValue;
    const result = await execute({
      ...one.args,
      rootValue: new Proxy({}, { get: () => shape }),
      contextValue: { ...context, actor: viewer, loaders: new Loaders(viewer) },
    });
    const errors = result.errors?.map((error) =>
      shapeError(error.toJSON(), error, (cause, reference) =>
        this.logger.error({ err: cause, reference }, 'a live answer failed'),
      ),
    );
    return JSON.stringify(errors ? { ...result, errors } : result);
  }
}
