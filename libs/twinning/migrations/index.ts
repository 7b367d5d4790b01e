import { OffersAndRequests1763740001000 } from './1763740001000-offers-and-requests.js';
import { Twinnings1763740002000 } from './1763740002000-twinnings.js';
import { MatchingRounds1763740010000 } from './1763740010000-matching-rounds.js';

/** The migrations of twinning, in order. */
export const twinningMigrations = [OffersAndRequests1763740001000, Twinnings1763740002000, MatchingRounds1763740010000];
