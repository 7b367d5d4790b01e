import { Injectable } from '@nestjs/common';
import { People } from '#people';
import { Standings } from '#platform/access';
import { LiveFeed } from '#platform/live';
import { type Twinning } from './twinning.entity.js';
import { twinningStage } from './twinning.policy.js';
import { TwinningQueries } from './twinning.queries.js';

/** Live updates of twinnings. */
@Injectable()
export class TwinningFeeds {
  constructor(
    private readonly twinnings: TwinningQueries,
    private readonly people: People,
    private readonly standings: Standings,
  ) {}

  /** The twinning each time that something happens to it or in it. */
  of(id: string): LiveFeed<Twinning> {
    return new LiveFeed({
      topic: `twinning:${id}`,
      mayRead: (personIds) => this.readers(id, personIds),
      shape: () => this.twinnings.anyById(id),
    });
  }

  /** As `twinningPolicy.see` says, of what people are at this moment. */
  private async readers(id: string, personIds: readonly (string | null)[]): Promise<Set<string | null>> {
    const twinning = await this.twinnings.anyById(id);
    if (!twinning) return new Set();
    if (twinningStage.isPublic(twinning)) return new Set(personIds);
    const asked = personIds.filter((personId) => personId !== null);
    const [people, standings] = await Promise.all([this.people.byIds(asked), this.standings.standingsOf(asked)]);
    const seeAll = people.filter(({ roles }) => roles.includes('ADMIN') || roles.includes('ORGANISER'));
    const ofTheTwo = asked.filter((personId) =>
      standings.get(personId)?.some(({ bodyId }) => bodyId === twinning.mentorId || bodyId === twinning.learnerId),
    );
    return new Set([...seeAll.map((person) => person.id), ...ofTheTwo]);
  }
}
