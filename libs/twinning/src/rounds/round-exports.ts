import { Injectable } from '@nestjs/common';
import { Cities, type City } from '#cities';
import { type Actor } from '#platform/access';
import { NotFound } from '#platform/refusals';
import { rankingColumns } from './ranking-rows.js';
import { csvLine } from './ranking-csv.js';
import { canonicalJson, certifiedRound } from './round-certificate.js';
import { RoundOutcomes } from './round-outcomes.js';
import { type MatchingRound } from './round.entity.js';
import { roundPolicy } from './round.policy.js';
import { RoundQueries, type RoundResult } from './round.queries.js';
import { leftOut } from './why-unmatched.js';

/** Who asks for an export, and in which language reasons are told. */
export interface ExportReader {
  actor: Actor;
  locale: string;
}

interface NamedCity {
  id: string;
  slug: string;
  name: string;
  country: string;
}

/** A round's result in words of its cities, as the exports tell it. */
interface ExportedRound {
  round: { id: string; name: string; aim: string; seed: string; status: string; computedAt: Date | null };
  pairs: {
    learner: NamedCity;
    mentor: NamedCity;
    theme: string | null;
    learnerRank: number | null;
    mentorRank: number | null;
  }[];
  leftOut: { city: NamedCity; side: string; reason: string }[];
}

/** Rounds as files. What a reader may not see of a round is refused as if it did not exist. */
@Injectable()
export class RoundExports {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly cities: Cities,
    private readonly outcomes: RoundOutcomes,
  ) {}

  /** The document that `verify-round` checks. */
  async certificate({ actor }: ExportReader, id: string): Promise<string> {
    const { result } = await this.visibleResult(actor, id);
    return canonicalJson(result.certificate.document);
  }

  async pairsAsJson(reader: ExportReader, id: string): Promise<string> {
    return JSON.stringify(await this.exported(reader, id), null, 2);
  }

  async pairsAsCsv(reader: ExportReader, id: string): Promise<string> {
    const { pairs, leftOut: without } = await this.exported(reader, id);
    const cells = ({ slug, name, country }: NamedCity): string[] => [slug, name, country];
    const nobody = ['', '', ''];
    return [
      csvLine([
        'learner',
        'learner_name',
        'learner_country',
        'mentor',
        'mentor_name',
        'mentor_country',
        'theme',
        'learner_rank',
        'mentor_rank',
        'left_out_because',
      ]),
      ...pairs.map((pair) =>
        csvLine([...cells(pair.learner), ...cells(pair.mentor), pair.theme, pair.learnerRank, pair.mentorRank, null]),
      ),
      ...without.map(({ city, side, reason }) =>
        csvLine([
          ...(side === 'LEARNER' ? [...cells(city), ...nobody] : [...nobody, ...cells(city)]),
          null,
          null,
          null,
          reason,
        ]),
      ),
    ].join('');
  }

  /** The rankings that the reader may see, in the columns of an import and with names beside. */
  async rankingsAsCsv({ actor }: ExportReader, id: string): Promise<string> {
    const round = await this.round(id);
    const rankings = (await this.rounds.rankingsOf([round.id])).filter(({ cityId }) =>
      roundPolicy.seeRankingsOf(actor, round, cityId),
    );
    const named = await this.named(rankings.flatMap(({ cityId, ranking }) => [cityId, ...ranking.flat()]));
    const lines = rankings.flatMap(({ cityId, side, ranking }) =>
      ranking.flatMap((tie, index) =>
        tie.map((choiceId) => {
          const [city, choice] = [named(cityId), named(choiceId)];
          return csvLine([city.slug, side, index + 1, choice.slug, city.name, choice.name]);
        }),
      ),
    );
    return [csvLine([...rankingColumns, 'city_name', 'choice_name']), ...lines].join('');
  }

  private async exported({ actor, locale }: ExportReader, id: string): Promise<ExportedRound> {
    const { round, result } = await this.visibleResult(actor, id);
    const { instance, solution } = certifiedRound(result.certificate);
    const named = await this.named([...instance.learners, ...instance.mentors.map((mentor) => mentor.id)]);
    const { name, aim, seed, status, computedAt } = round;
    return {
      round: { id: round.id, name, aim, seed, status, computedAt },
      pairs: solution.pairs.map((pair) => ({ ...pair, learner: named(pair.learner), mentor: named(pair.mentor) })),
      leftOut: leftOut(instance, solution.pairs).map((one) => {
        const names = new Map([one.cityId, ...one.cities].map((cityId) => [cityId, named(cityId).name]));
        return { city: named(one.cityId), side: one.side, reason: this.outcomes.sayLeftOut(locale, one, names) };
      }),
    };
  }

  private async round(id: string): Promise<MatchingRound> {
    const round = await this.rounds.byId(id);
    if (!round) throw new NotFound('matching round');
    return round;
  }

  private async visibleResult(actor: Actor, id: string): Promise<{ round: MatchingRound; result: RoundResult }> {
    const round = await this.round(id);
    const [result] = roundPolicy.seeResult(actor, round) ? await this.rounds.resultsOf([round.id]) : [];
    if (!result) throw new NotFound('result of this round');
    return { round, result };
  }

  private async named(ids: readonly string[]): Promise<(id: string) => NamedCity> {
    const byId = new Map((await this.cities.byIds([...new Set(ids)])).map((city) => [city.id, nameOf(city)]));
    return (id) => byId.get(id) ?? { id, slug: id, name: '', country: '' };
  }
}

const nameOf = ({ id, slug, name, country }: City): NamedCity => ({ id, slug, name, country });
