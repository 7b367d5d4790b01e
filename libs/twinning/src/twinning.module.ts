import { Module } from '@nestjs/common';
import { CitiesModule } from '#cities';
import { DiscussionsModule } from '#discussions';
import { PeopleModule } from '#people';
import { AnswerTwinning } from './answer-twinning.js';
import { CityTwinningFields } from './city-twinning.resolver.js';
import { EndTwinning } from './end-twinning.js';
import { ExpireProposals } from './expire-proposals.job.js';
import { KeepGroupsInStepWithMemberships } from './keep-groups-in-step-with-memberships.handler.js';
import { LearningRequestLoader, LearningRequestsOfCityLoader } from './learning-request.loader.js';
import { LearningRequestResolver, MatchFactorFields, MentorSuggestionFields } from './learning-request.resolver.js';
import { LearningRequests } from './learning-requests.service.js';
import { MailAnswerToLearner } from './mail-answer-to-learner.handler.js';
import { MailProposalToMentor } from './mail-proposal-to-mentor.handler.js';
import { MentorOfferLoader, OfferOfCityLoader } from './mentor-offer.loader.js';
import { MentorOfferQueries } from './mentor-offer.queries.js';
import { MentorOfferResolver } from './mentor-offer.resolver.js';
import { MentorOffers } from './mentor-offers.service.js';
import { MentorSuggestions } from './mentor-suggestions.js';
import { NoteActivityWhenPeopleWrite } from './note-activity-when-people-write.handler.js';
import { ProposeTwinning } from './propose-twinning.js';
import { TwinningInsideFields, TwinningPartiesFields } from './twinning-fields.resolver.js';
import { TwinningGroups } from './twinning-groups.js';
import { TwinningLetters } from './twinning-letters.js';
import { TwinningNodes } from './twinning-nodes.js';
import {
  EvaluationLoader,
  EvaluationsOfTwinningLoader,
  ExchangeLoader,
  ExchangesOfTwinningLoader,
  MilestoneLoader,
  MilestonesOfTwinningLoader,
} from './twinning-record.loader.js';
import { TwinningRecordResolver } from './twinning-record.resolver.js';
import { TwinningRecord } from './twinning-record.service.js';
import { TwinningTraces } from './twinning-traces.js';
import { RoundExportsController } from './rounds/round-exports.controller.js';
import { roundProviders, roundServices } from './rounds/round.providers.js';
import { TwinningFeeds } from './twinning.feeds.js';
import { TwinningLoader, TwinningsOfCityLoader } from './twinning.loader.js';
import { TwinningQueries } from './twinning.queries.js';
import { TwinningQueryResolver, TwinningResolver } from './twinning.resolver.js';

const writes = [
  MentorOffers,
  LearningRequests,
  ProposeTwinning,
  AnswerTwinning,
  EndTwinning,
  TwinningRecord,
  TwinningGroups,
];
const reads = [MentorOfferQueries, MentorSuggestions, TwinningQueries, TwinningFeeds];
const loaders = [
  MentorOfferLoader,
  OfferOfCityLoader,
  LearningRequestLoader,
  LearningRequestsOfCityLoader,
  TwinningLoader,
  TwinningsOfCityLoader,
  MilestoneLoader,
  MilestonesOfTwinningLoader,
  ExchangeLoader,
  ExchangesOfTwinningLoader,
  EvaluationLoader,
  EvaluationsOfTwinningLoader,
];
const resolvers = [
  MentorOfferResolver,
  LearningRequestResolver,
  MentorSuggestionFields,
  MatchFactorFields,
  TwinningQueryResolver,
  TwinningResolver,
  TwinningPartiesFields,
  TwinningInsideFields,
  TwinningRecordResolver,
  CityTwinningFields,
];
const onEvents = [
  TwinningLetters,
  MailProposalToMentor,
  MailAnswerToLearner,
  KeepGroupsInStepWithMemberships,
  NoteActivityWhenPeopleWrite,
];

/** Learner cities find mentors, and the two are accompanied to the end. */
@Module({
  imports: [PeopleModule, CitiesModule, DiscussionsModule],
  providers: [
    ...writes,
    ...reads,
    ...loaders,
    ...resolvers,
    ...onEvents,
    ExpireProposals,
    TwinningNodes,
    TwinningTraces,
    ...roundProviders,
  ],
  controllers: [RoundExportsController],
  exports: [...writes, ...reads, ...loaders, ExpireProposals, ...roundServices],
})
export class TwinningModule {}
