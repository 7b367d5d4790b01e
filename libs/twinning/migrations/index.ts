import { OffersAndRequests1763740001000 } from './1763740001000-offers-and-requests.js';
import { Twinnings1763740002000 } from './1763740002000-twinnings.js';

/** The migrations of twinning, in order. */
export const twinningMigrations = [OffersAndRequests1763740001000, Twinnings1763740002000];
