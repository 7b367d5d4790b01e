import { Injectable } from '@nestjs/common';
import { Cities, type City } from '#cities';
import { type Person } from '#people';
import { Language } from '#platform/language';
import { certifiedRound } from './round-certificate.js';
import { type RoundPair } from './matching/index.js';
import { type MatchingRound, type RoundSide } from './round.entity.js';
import { leftOutWords, roundLetterWords } from './round.messages.js';
import { RoundQueries } from './round.queries.js';
import { leftOut, type LeftOut } from './why-unmatched.js';

/** What a published or cancelled round means to one city. */
export interface OutcomeOfCity {
  round: MatchingRound;
  city: City;
  /** The sides on which the city has ranked. */
  sides: RoundSide[];
  pairs: RoundPair[];
  leftOut: LeftOut[];
  names: ReadonlyMap<string, string>;
}

/** Says what has become of a city in a round. */
@Injectable()
export class RoundOutcomes {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly cities: Cities,
    private readonly language: Language,
  ) {}

  /** Null while the round is neither published nor cancelled. */
  async of(roundId: string, cityId: string): Promise<OutcomeOfCity | null> {
    const round = await this.rounds.byId(roundId);
    const city = await this.cities.find({ id: cityId });
    if (!round || !city || (round.status !== 'PUBLISHED' && round.status !== 'CANCELLED')) return null;
    const rankings = await this.rounds.rankingsOf([roundId]);
    const sides = rankings.filter((ranking) => ranking.cityId === cityId).map(({ side }) => side);
    const [result] = round.status === 'PUBLISHED' ? await this.rounds.resultsOf([roundId]) : [];
    if (!result) return { round, city, sides, pairs: [], leftOut: [], names: new Map() };
    const { instance, solution } = certifiedRound(result.certificate);
    const pairs = solution.pairs.filter(({ learner, mentor }) => learner === cityId || mentor === cityId);
    const without = leftOut(instance, solution.pairs).filter(
      (one) => one.cityId === cityId && sides.includes(one.side),
    );
    const named = [
      ...pairs.flatMap(({ learner, mentor }) => [learner, mentor]),
      ...without.flatMap(({ cities }) => cities),
    ];
    const names = new Map((await this.cities.byIds([cityId, ...named])).map(({ id, name }) => [id, name]));
    return { round, city, sides, pairs, leftOut: without, names };
  }

  letter(outcome: OutcomeOfCity, reader: Person, publicUrl: string): { subject: string; text: string } {
    const { round, city } = outcome;
    const say = (words: keyof typeof roundLetterWords, values: Record<string, unknown> = {}): string =>
      this.language.say(reader.locale, roundLetterWords[words], {
        name: reader.name,
        city: city.name,
        round: round.name,
        ...values,
      });
    if (round.status === 'CANCELLED') {
      return { subject: say('cancelledSubject'), text: `${say('greeting')}\n\n${say('cancelled')}\n` };
    }
    const paragraphs = [
      say('greeting'),
      say('published'),
      ...outcome.pairs.map((pair) => this.sayPair(outcome, pair, say)),
      ...outcome.leftOut.map(
        (one) =>
          `${say(one.side === 'LEARNER' ? 'noMentor' : 'noLearner')} ${this.sayLeftOut(reader.locale, one, outcome.names)}`,
      ),
      `${say(outcome.pairs.length > 0 ? 'twinnings' : 'others')}\n${publicUrl}/twinning`,
      `${say('certificate')}\n${publicUrl}/matching-rounds/${round.id}/certificate.json`,
    ];
    return { subject: say('publishedSubject'), text: `${paragraphs.join('\n\n')}\n` };
  }

  /** Why a city has got nobody, in the reader's language; at most five of the cities that it is about by name. */
  sayLeftOut(
    locale: string | null,
    { cityId, side, reason, cities }: LeftOut,
    names: ReadonlyMap<string, string>,
  ): string {
    return this.language.say(locale, leftOutWords[side][reason], {
      city: names.get(cityId) ?? '',
      cities: this.list(
        locale,
        cities.map((id) => names.get(id) ?? ''),
      ),
    });
  }

  /** `Graz, Brno and Vienna`, in the reader's language; of more than five the rest is an ellipsis. */
  list(locale: string | null, names: readonly string[]): string {
    const shown = names.length > mostNamed ? [...names.slice(0, mostNamed - 1), '…'] : names;
    return new Intl.ListFormat(this.language.spoken(locale), { type: 'conjunction' }).format(shown);
  }

  private sayPair(
    { city, names }: OutcomeOfCity,
    { learner, mentor, learnerRank, mentorRank }: RoundPair,
    say: (words: 'mentor' | 'learner', values: Record<string, unknown>) => string,
  ): string {
    return learner === city.id
      ? say('mentor', { other: names.get(mentor) ?? '', rank: learnerRank })
      : say('learner', { other: names.get(learner) ?? '', rank: mentorRank });
  }
}

const mostNamed = 5;
