import type { INestApplicationContext } from '@nestjs/common';
import { Actor, type Standing } from '#platform/access';
import { newId } from '#platform/database';
import { Clock } from '#platform/time';
import { type City } from '#cities';
import { aCity, aMembership } from '#cities/testing';
import { type Member, member } from '#people/testing';
import {
  AnswerTwinning,
  type MatchingRound,
  MatchingRounds,
  Rankings,
  type RoundSide,
  type LearningRequest,
  LearningRequests,
  MentorOffers,
  type OfferWithThemes,
  ProposeTwinning,
  type Twinning,
} from '#twinning';

type Input<Service, Method extends keyof Service> = Service[Method] extends (actor: Actor, input: infer I) => unknown
  ? I
  : never;

/** A city with one focal point, who is signed in. */
export interface Side {
  city: City;
  person: Member;
}

/** Half of a twinning to be; `locale` is its focal point's. */
export async function aSide(
  app: INestApplicationContext,
  { locale, ...said }: Parameters<typeof aCity>[1] & { locale?: string } = {},
): Promise<Side> {
  const city = await aCity(app, said);
  const person = await member(app, locale === undefined ? {} : { locale });
  await aMembership(app, { personId: person.id, bodyId: city.id });
  return { city, person };
}

/** Somebody who acts for the city, for arranging what a test is not about. */
export function aFocalPointOf(cityId: string, personId = newId()): Actor {
  const standings: Standing[] = [{ bodyId: cityId, role: 'FOCAL_POINT' }];
  return Actor.of({
    personId,
    credentialId: null,
    name: 'Somebody',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles: [],
    standings,
  });
}

/** An open offer of the city, on housing and for one learner if nothing else is said. */
export const aMentorOffer = (
  app: INestApplicationContext,
  said: Partial<Input<MentorOffers, 'offer'>> & { cityId: string },
): Promise<OfferWithThemes> =>
  app.get(MentorOffers, { strict: false }).offer(aFocalPointOf(said.cityId), {
    themes: ['HOUSING'],
    languages: ['en'],
    formats: ['ONLINE_SESSION'],
    capacity: 1,
    ...said,
  });

/** An open request of the city, on housing if nothing else is said. */
export const aLearningRequest = (
  app: INestApplicationContext,
  said: Partial<Input<LearningRequests, 'open'>> & { cityId: string },
): Promise<LearningRequest> =>
  app.get(LearningRequests, { strict: false }).open(aFocalPointOf(said.cityId), {
    themes: ['HOUSING'],
    languages: ['en'],
    formats: ['ONLINE_SESSION'],
    goal: 'To house everyone.',
    ...said,
  });

/** A proposal of the learner, with a request made for it, to a mentor that has an offer. */
export async function aProposal(
  app: INestApplicationContext,
  { mentorId, learnerId, message = null }: { mentorId: string; learnerId: string; message?: string | null },
): Promise<Twinning> {
  const request = await aLearningRequest(app, { cityId: learnerId });
  return app
    .get(ProposeTwinning, { strict: false })
    .propose(aFocalPointOf(learnerId), { learningRequestId: request.id, mentorId, message });
}

/** A twinning that has begun, with its group. */
export async function aTwinning(
  app: INestApplicationContext,
  cities: { mentorId: string; learnerId: string },
): Promise<Twinning> {
  const proposal = await aProposal(app, cities);
  return app
    .get(AnswerTwinning, { strict: false })
    .answer(aFocalPointOf(cities.mentorId), { twinningId: proposal.id, accept: true });
}

/** Somebody who organises, for arranging what a test is not about. */
export const anOrganiser = (personId = newId()): Actor =>
  Actor.of({
    personId,
    credentialId: null,
    name: 'Somebody',
    locale: 'en',
    timeZone: 'UTC',
    verified: true,
    roles: ['ORGANISER'],
    standings: [],
  });

/** A round that collects for a week, by the learners' wishes if nothing else is said. */
export const aRound = (
  app: INestApplicationContext,
  said: Partial<Input<MatchingRounds, 'open'>> = {},
): Promise<MatchingRound> =>
  app.get(MatchingRounds, { strict: false }).open(anOrganiser(), {
    name: 'Spring cohort',
    closesAt: app.get(Clock, { strict: false }).in(7 * 24 * 60 * 60),
    seed: 'Lottery of 1 March',
    ...said,
  });

/** The city ranks others, best first; an inner list is a tie. */
export const aRanking = (
  app: INestApplicationContext,
  { roundId, side, as, ranking }: { roundId: string; side: Side; as: RoundSide; ranking: (Side | Side[])[] },
): Promise<MatchingRound> =>
  app.get(Rankings, { strict: false }).rank(aFocalPointOf(side.city.id, side.person.id), {
    roundId,
    cityId: side.city.id,
    as,
    ranking: ranking.map((tie) => [tie].flat().map(({ city }) => city.id)),
  });
