import { Injectable } from '@nestjs/common';
import { People } from '#people';
import { type Actor, Standings } from '#platform/access';
import { LiveFeed } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { type Twinning } from './twinning.entity.js';
import { factTopic, insideTopic } from './twinning.events.js';
import { twinningPolicy } from './twinning.policy.js';
import { TwinningQueries } from './twinning.queries.js';

/** Live updates of twinnings. */
@Injectable()
export class TwinningFeeds {
  constructor(
    private readonly twinnings: TwinningQueries,
    private readonly people: People,
    private readonly standings: Standings,
  ) {}

  /**
   * The twinning each time that something happens to it or in it. Who sees its inside follows another topic than who
   * sees the public fact: who loses that right is cut off at once, though the fact stays theirs to see.
   */
  async of(actor: Actor, id: string): Promise<LiveFeed<Twinning>> {
    const twinning = await this.twinnings.anyById(id);
    if (!twinning || !twinningPolicy.see(actor, twinning)) throw new NotFound('twinning');
    const inside = twinningPolicy.seeInside(actor, twinning);
    return new LiveFeed({
      topic: inside ? insideTopic(twinning.id) : factTopic(twinning.id),
      mayRead: (personIds) => (inside ? this.insiders(twinning, personIds) : Promise.resolve(new Set(personIds))),
      shape: () => this.twinnings.anyById(id),
    });
  }

  /** As `twinningPolicy.seeInside` says, of what people are at this moment. */
  private async insiders(twinning: Twinning, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
    const asked = personIds.filter((personId) => personId !== null);
    const [people, standings] = await Promise.all([this.people.byIds(asked), this.standings.standingsOf(asked)]);
    const seeAll = people.filter(({ roles }) => roles.includes('ADMIN') || roles.includes('ORGANISER'));
    const ofTheTwo = asked.filter((personId) =>
      standings.get(personId)?.some(({ bodyId }) => bodyId === twinning.mentorId || bodyId === twinning.learnerId),
    );
    return new Set([...seeAll.map((person) => person.id), ...ofTheTwo]);
  }
}
