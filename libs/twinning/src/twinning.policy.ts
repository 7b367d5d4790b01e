import { type Actor } from '#platform/access';
import { type Twinning } from './twinning.entity.js';

type Pair = Pick<Twinning, 'mentorId' | 'learnerId'>;
type Stage = Pick<Twinning, 'status'>;

/** May log what happens and set milestones: focal points and practitioners of the city. */
const worksFor = (actor: Actor, cityId: string): boolean =>
  actor.isAdmin ||
  actor.standings.some(({ bodyId, role }) => bodyId === cityId && (role === 'FOCAL_POINT' || role === 'PRACTITIONER'));

/** What has started is a public fact; before that, and what came to nothing, is between the two cities. */
const isPublic = ({ status }: Stage): boolean =>
  status === 'ACTIVE' || status === 'COMPLETED' || status === 'ENDED_EARLY';

/** Letters, milestones, exchanges and evaluations: for everyone of both cities, and organisers. */
const seeInside = (actor: Actor, { mentorId, learnerId }: Pair): boolean =>
  actor.has('ORGANISER') || actor.belongsTo(mentorId) || actor.belongsTo(learnerId);

/** Who may do what with offers, requests and twinnings. Whether the twinning's stage allows it is `twinningStage`'s business. */
export const twinningPolicy = {
  offer: (actor: Actor, cityId: string): boolean => actor.isFocalPointOf(cityId),
  request: (actor: Actor, cityId: string): boolean => actor.isFocalPointOf(cityId),
  propose: (actor: Actor, learnerId: string): boolean => actor.isFocalPointOf(learnerId),
  see: (actor: Actor, twinning: Pair & Stage): boolean => isPublic(twinning) || seeInside(actor, twinning),
  seeInside,
  /** Sees also what is not public, whichever cities it is between. */
  seeAll: (actor: Actor): boolean => actor.isAdmin || actor.has('ORGANISER'),
  answer: (actor: Actor, { mentorId }: Pair): boolean => actor.isFocalPointOf(mentorId),
  withdraw: (actor: Actor, { learnerId }: Pair): boolean => actor.isFocalPointOf(learnerId),
  end: (actor: Actor, { mentorId, learnerId }: Pair): boolean =>
    actor.isFocalPointOf(mentorId) || actor.isFocalPointOf(learnerId),
  record: (actor: Actor, { mentorId, learnerId }: Pair): boolean =>
    worksFor(actor, mentorId) || worksFor(actor, learnerId),
  evaluate: (actor: Actor, cityId: string): boolean => actor.isFocalPointOf(cityId),
};

/** What a twinning's stage allows, whoever asks. */
export const twinningStage = {
  isPublic,
  canBeAnswered: ({ status }: Stage): boolean => status === 'PROPOSED',
  canBeEnded: ({ status }: Stage): boolean => status === 'ACTIVE',
  canBeRecorded: ({ status }: Stage): boolean => status === 'ACTIVE',
  canBeEvaluated: isPublic,
};

/** What the API's `viewer` says: rights and stage together; `evaluatedBy` are the cities that have written theirs. */
export function viewerState(actor: Actor, twinning: Pair & Stage, evaluatedBy: readonly string[]) {
  const { mentorId, learnerId } = twinning;
  const mayEvaluate = (cityId: string): boolean =>
    twinningStage.canBeEvaluated(twinning) && twinningPolicy.evaluate(actor, cityId) && !evaluatedBy.includes(cityId);
  return {
    canAnswer: twinningStage.canBeAnswered(twinning) && twinningPolicy.answer(actor, twinning),
    canWithdraw: twinningStage.canBeAnswered(twinning) && twinningPolicy.withdraw(actor, twinning),
    canEnd: twinningStage.canBeEnded(twinning) && twinningPolicy.end(actor, twinning),
    canRecord: twinningStage.canBeRecorded(twinning) && twinningPolicy.record(actor, twinning),
    canEvaluateFor: [mentorId, learnerId].filter(mayEvaluate),
  };
}
