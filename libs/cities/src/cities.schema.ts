import { type LibSchema } from '#platform/database';
import { citiesMigrations } from '../migrations/index.js';
import { City } from './city.entity.js';
import { Claim } from './claim.entity.js';
import { Membership } from './membership.entity.js';
import { Network } from './network.entity.js';
import { Organisation } from './organisation.entity.js';

export const citiesSchema: LibSchema = {
  entities: [City, Claim, Organisation, Network, Membership],
  migrations: citiesMigrations,
};
