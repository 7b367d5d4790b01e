import { type Actor } from '#platform/access';
import { type MatchingRound } from './round.entity.js';

type Stage = Pick<MatchingRound, 'status' | 'closesAt'>;

const organise = (actor: Actor): boolean => actor.isAdmin || actor.has('ORGANISER');

/**
 * Who may do what in a round. The round itself is public from the start, with its seed. A city's rankings are its own
 * people's and organisers' to see until the round is published; the result is organisers' until then. Afterwards
 * everybody sees both: a matching that nobody can check is none.
 */
export const roundPolicy = {
  organise,
  rankFor: (actor: Actor, cityId: string): boolean => actor.isFocalPointOf(cityId),
  /** Organisers type in what cities told them on paper; cities their own. */
  importFor: (actor: Actor, cityId: string): boolean => organise(actor) || actor.isFocalPointOf(cityId),
  seeRankingsOf: (actor: Actor, { status }: Stage, cityId: string): boolean =>
    status === 'PUBLISHED' || organise(actor) || actor.belongsTo(cityId),
  seeResult: (actor: Actor, { status }: Stage): boolean => status === 'PUBLISHED' || organise(actor),
};

/** What a round's stage allows, whoever asks. */
export const roundStage = {
  takesRankings: ({ status, closesAt }: Stage, now: Date): boolean => status === 'COLLECTING' && now < closesAt,
  canBeComputed: ({ status }: Stage): boolean => status === 'COLLECTING',
  canBeReviewed: ({ status }: Stage): boolean => status === 'COMPUTED',
  canBeCancelled: ({ status }: Stage): boolean => status === 'COLLECTING' || status === 'COMPUTED',
};

/** What the API's `viewer` says: rights and stage together. */
export const roundViewerState = (actor: Actor, round: Stage, now: Date) => ({
  canRankFor: roundStage.takesRankings(round, now) ? actor.focalPointOf : [],
  canImport: roundStage.takesRankings(round, now) && (organise(actor) || actor.focalPointOf.length > 0),
  canCompute: roundStage.canBeComputed(round) && organise(actor),
  canPublish: roundStage.canBeReviewed(round) && organise(actor),
  canDiscardResult: roundStage.canBeReviewed(round) && organise(actor),
  canCancel: roundStage.canBeCancelled(round) && organise(actor),
});
