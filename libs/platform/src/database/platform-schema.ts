import { platformMigrations } from '../../migrations/index.js';
import type { LibSchema } from './lib-schema.js';

/** The ground floor's tables have no entities: they are read and written by SQL alone. */
export const platformSchema: LibSchema = { entities: [], migrations: platformMigrations };
