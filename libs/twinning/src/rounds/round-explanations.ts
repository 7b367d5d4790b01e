import { Injectable } from '@nestjs/common';
import { Cities } from '#cities';
import { type Actor } from '#platform/access';
import { Language } from '#platform/language';
import { type Rate, RateLimits } from '#platform/limits';
import { InvalidTransition } from '#platform/refusals';
import { type RoundChange, type WhyNot, whyNotInWorker } from './matching/index.js';
import { certifiedRound } from './round-certificate.js';
import { RoundOutcomes } from './round-outcomes.js';
import { type MatchingRound } from './round.entity.js';
import { roundPolicy } from './round.policy.js';
import { type RoundResult } from './round.queries.js';
import { NotOfThisRound } from './round.refusals.js';
import { changeWords, standsBeforeWords, wayWords, whyNotWords } from './why-not.messages.js';

/** Each answer solves the round many times over: so many new ones by one person, or by all who are signed out together. */
const newAnswers: Rate = { points: 60, seconds: 60 };
const mostKept = 5000;

/** Explains a computed round, pair by pair. */
@Injectable()
export class RoundExplanations {
  /** Answers found already, the oldest first; a result never changes, it is only computed anew. */
  private readonly found = new Map<string, Promise<WhyNot>>();

  constructor(
    private readonly language: Language,
    private readonly limits: RateLimits,
    private readonly cities: Cities,
    private readonly outcomes: RoundOutcomes,
  ) {}

  /**
   * Why a learner is not with a mentor, who stands before it, and the smallest changes that would give the pair: solved
   * anew with each change, in a thread. Refused: {@link NotOfThisRound}, InvalidTransition while nothing is computed,
   * RateLimited.
   */
  async whyNot(
    reader: { actor: Actor; locale: string },
    round: MatchingRound,
    result: RoundResult | null,
    { learnerId, mentorId }: { learnerId: string; mentorId: string },
  ): Promise<string> {
    reader.actor.require(roundPolicy.seeResult(reader.actor, round), 'The result of this round is not published yet.');
    if (!result) throw new InvalidTransition('This round is not computed yet.');
    const { instance, solution } = certifiedRound(result.certificate);
    const [learner, mentor] = [learnerId.toLowerCase(), mentorId.toLowerCase()];
    if (!instance.learners.includes(learner)) throw new NotOfThisRound('learnerId');
    if (!instance.mentors.some(({ id }) => id === mentor)) throw new NotOfThisRound('mentorId');
    const key = `${round.id} ${round.computedAt?.getTime()} ${learner} ${mentor}`;
    if (!this.found.has(key)) await this.limits.take('why-not', reader.actor.personId ?? 'nobody', newAnswers);
    const why = this.found.get(key) ?? this.keep(key, whyNotInWorker(instance, solution, learner, mentor));
    return this.say(reader.locale, await why);
  }

  /** Those who ask the same at once wait for one answer; a failure is not kept. */
  private keep(key: string, answer: Promise<WhyNot>): Promise<WhyNot> {
    this.found.set(key, answer);
    answer.catch(() => this.found.delete(key));
    const [oldest] = this.found.keys();
    if (this.found.size > mostKept && oldest !== undefined) this.found.delete(oldest);
    return answer;
  }

  private async say(locale: string, why: WhyNot): Promise<string> {
    const involved = [
      why.learner,
      why.mentor,
      why.has?.mentor ?? why.mentor,
      ...why.standsBefore.map(({ learner }) => learner),
    ];
    const nameOf = new Map((await this.cities.byIds(involved)).map(({ id, name }) => [id, name]));
    const named = {
      learner: nameOf.get(why.learner),
      mentor: nameOf.get(why.mentor),
      has: nameOf.get(why.has?.mentor ?? ''),
    };
    const sentences = [this.language.say(locale, whyNotWords[why.reason], named)];
    for (const [by, pairs] of Map.groupBy(why.standsBefore, (pair) => pair.by)) {
      const cities = this.outcomes.list(
        locale,
        pairs.map(({ learner }) => nameOf.get(learner) ?? ''),
      );
      sentences.push(this.language.say(locale, standsBeforeWords[by], { ...named, cities }));
    }
    if (why.reason !== 'TOGETHER') sentences.push(this.sayWays(locale, why.ways, named));
    return sentences.join(' ');
  }

  private sayWays(locale: string, ways: readonly RoundChange[][], named: object): string {
    if (ways.length === 0) return this.language.say(locale, wayWords.nothingAlone);
    const spoken = this.language.spoken(locale);
    const all = new Intl.ListFormat(spoken, { type: 'conjunction' });
    const any = new Intl.ListFormat(spoken, { type: 'disjunction' });
    const said = ways.map((way) =>
      all.format(way.map((change) => this.language.say(locale, changeWords[change.kind], { ...change, ...named }))),
    );
    return this.language.say(locale, wayWords.wouldGive, { ways: any.format(said) });
  }
}
