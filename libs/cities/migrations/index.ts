import { Cities1763720001000 } from './1763720001000-cities.js';
import { OrganisationsAndNetworks1763720002000 } from './1763720002000-organisations-and-networks.js';
import { Memberships1763720003000 } from './1763720003000-memberships.js';

/** The migrations of the directory, in order. */
export const citiesMigrations = [Cities1763720001000, OrganisationsAndNetworks1763720002000, Memberships1763720003000];
