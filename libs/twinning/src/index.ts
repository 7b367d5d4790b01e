/**
 * Offers to mentor, requests to learn, suggestions with their reasons, and the twinnings that come of them.
 *
 * - A twinning that has started is public; before that, and where it came to nothing, the people of both cities and
 *   organisers know of it. What the two write and keep (messages, milestones, exchanges, evaluations) is theirs and
 *   organisers' at every stage: `twinningPolicy` says so for rows, `TwinningQueries` in SQL.
 * - Places are taken when a mentor accepts, under the lock of its offer's row, and given back when the twinning ends.
 * - Rounds match whole cohorts (`rounds/`); a city's rankings are its own and organisers' until the round is published,
 *   then rankings, result and certificate are everybody's: `roundPolicy`. Their events move the live topic `round:ID`.
 * - Events of twinnings move the live topics `twinning:ID`, for who sees the inside, and `twinning:ID:fact`, for everybody else.
 */
export { AnswerTwinning } from './answer-twinning.js';
export { EndTwinning } from './end-twinning.js';
export { ExpireProposals } from './expire-proposals.job.js';
export { LearningRequest } from './learning-request.entity.js';
export { LearningRequestLoader } from './learning-request.loader.js';
export { LearningRequestType } from './learning-request.type.js';
export { LearningRequests } from './learning-requests.service.js';
export { MentorOffer } from './mentor-offer.entity.js';
export { MentorOfferLoader } from './mentor-offer.loader.js';
export { MentorOfferQueries, type OfferWithThemes } from './mentor-offer.queries.js';
export { MentorOfferType } from './mentor-offer.type.js';
export { MentorOffers } from './mentor-offers.service.js';
export { MentorSuggestions, type MentorSuggestion } from './mentor-suggestions.js';
export { ProposeTwinning } from './propose-twinning.js';
export { ComputeRound } from './rounds/compute-round.js';
export { ImportRankings } from './rounds/import-rankings.js';
export { MatchingRounds } from './rounds/matching-rounds.js';
export { PublishRound } from './rounds/publish-round.js';
export { Rankings } from './rounds/rankings.js';
export { MatchingRound, RoundAim, RoundSide, RoundStatus } from './rounds/round.entity.js';
export {
  RankedForRound,
  RoundCancelled,
  RoundComputed,
  RoundOpened,
  RoundPublished,
  RoundResultDiscarded,
  TwinningBegunByRound,
} from './rounds/round.events.js';
export { certificateOf } from './rounds/round-certificate.js';
export { RoundLoader } from './rounds/round.loader.js';
export { RoundQueries } from './rounds/round.queries.js';
export { MatchingRoundType } from './rounds/round.type.js';
export { TwinningHealth } from './twinning-health.js';
export { Evaluation, Exchange, Milestone } from './twinning-record.entity.js';
export { TwinningRecord } from './twinning-record.service.js';
export { ExchangeType, MilestoneType } from './twinning-record.type.js';
export { ExchangeFormat } from './twinning-words.js';
export { Twinning, TwinningStatus } from './twinning.entity.js';
export {
  ExchangeLogged,
  LearningRequestClosed,
  LearningRequested,
  MentoringOffered,
  MilestoneAdded,
  MilestoneCompleted,
  TwinningAnswered,
  TwinningEnded,
  TwinningEvaluated,
  TwinningExpired,
  TwinningProposed,
  TwinningWithdrawn,
} from './twinning.events.js';
export { TwinningLoader } from './twinning.loader.js';
export { TwinningModule } from './twinning.module.js';
export { twinningPolicy } from './twinning.policy.js';
export { TwinningQueries } from './twinning.queries.js';
export { twinningSchema } from './twinning.schema.js';
export { TwinningType } from './twinning.type.js';
