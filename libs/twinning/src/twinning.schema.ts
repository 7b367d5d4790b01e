import { type LibSchema } from '#platform/database';
import { twinningMigrations } from '../migrations/index.js';
import { LearningRequest } from './learning-request.entity.js';
import { MentorOffer, MentorOfferTheme } from './mentor-offer.entity.js';
import { MatchingRound, RoundRanking, RoundTwinning } from './rounds/round.entity.js';
import { Evaluation, Exchange, Milestone } from './twinning-record.entity.js';
import { Twinning } from './twinning.entity.js';

export const twinningSchema: LibSchema = {
  entities: [
    MentorOffer,
    MentorOfferTheme,
    LearningRequest,
    Twinning,
    Milestone,
    Exchange,
    Evaluation,
    MatchingRound,
    RoundRanking,
    RoundTwinning,
  ],
  migrations: twinningMigrations,
};
