import type { LibSchema } from '#platform/database';
import { peopleMigrations } from '../migrations/index.js';
import { AccessToken, LinkToken, Password, Session } from './credentials/credential.entity.js';
import { PersonalExport } from './account/export.entity.js';
import { Person } from './person/person.entity.js';

/** What people add to the database. */
export const peopleSchema: LibSchema = {
  entities: [Person, Password, Session, AccessToken, LinkToken, PersonalExport],
  migrations: peopleMigrations,
};
