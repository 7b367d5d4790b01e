import { CityStandings } from './city-standings.js';
import { ComputeRound } from './compute-round.js';
import { ImportRankings } from './import-rankings.js';
import { MailRoundOutcome } from './mail-round-outcome.job.js';
import { MatchingRounds } from './matching-rounds.js';
import { PublishRound } from './publish-round.js';
import { Rankings } from './rankings.js';
import { RoundExplanations } from './round-explanations.js';
import { RoundExports } from './round-exports.js';
import { RoundRankingFields, RoundResultFields } from './round-fields.resolver.js';
import { RoundInputs } from './round-inputs.js';
import { RoundLetters } from './round-letters.js';
import { RoundNodes } from './round-nodes.js';
import { RoundOutcomes } from './round-outcomes.js';
import {
  OneSidedRankingFields,
  RoundComparisonFields,
  RoundMatchFields,
  RoundRankingCity,
  RoundShiftFields,
  RoundWhatIfFields,
  UnmatchedFields,
} from './round-parts.resolver.js';
import { RoundTraces } from './round-traces.js';
import { RoundWhatIf } from './round-what-if.js';
import { RoundFeeds } from './round.feeds.js';
import { RankingsOfRoundLoader, RoundLoader, RoundResultLoader, TwinningsOfRoundLoader } from './round.loader.js';
import { RoundQueries } from './round.queries.js';
import { RoundQueryResolver, RoundResolver } from './round.resolver.js';
import { TwinMatchedCities } from './twin-matched-cities.js';

/** What floors above and tests may use of rounds. */
export const roundServices = [
  MatchingRounds,
  Rankings,
  ImportRankings,
  ComputeRound,
  PublishRound,
  RoundQueries,
  RoundLoader,
  MailRoundOutcome,
];

/** The rounds' part of the twinning module. */
export const roundProviders = [
  ...roundServices,
  CityStandings,
  RoundInputs,
  TwinMatchedCities,
  RoundLetters,
  RoundOutcomes,
  RoundExplanations,
  RoundExports,
  RoundWhatIf,
  RoundFeeds,
  RoundResultLoader,
  RankingsOfRoundLoader,
  TwinningsOfRoundLoader,
  RoundNodes,
  RoundTraces,
  RoundQueryResolver,
  RoundResolver,
  RoundResultFields,
  RoundRankingFields,
  RoundMatchFields,
  UnmatchedFields,
  RoundComparisonFields,
  RoundRankingCity,
  OneSidedRankingFields,
  RoundWhatIfFields,
  RoundShiftFields,
];
