import { Injectable } from '@nestjs/common';
import { LiveFeed } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { type MatchingRound } from './round.entity.js';
import { roundTopic } from './round.events.js';
import { RoundQueries } from './round.queries.js';

/** Live updates of rounds. The round is public; what is not is hidden by its fields, person by person. */
@Injectable()
export class RoundFeeds {
  constructor(private readonly rounds: RoundQueries) {}

  async of(id: string): Promise<LiveFeed<MatchingRound>> {
    const round = await this.rounds.byId(id);
    if (!round) throw new NotFound('matching round');
    return new LiveFeed({
      topic: roundTopic(round.id),
      mayRead: (personIds) => Promise.resolve(new Set(personIds)),
      shape: () => this.rounds.byId(round.id),
    });
  }
}
