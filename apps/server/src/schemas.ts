import { citiesSchema } from '#cities';
import { discussionsSchema } from '#discussions';
import { mailingListsSchema } from '#mailing-lists';
import { twinningSchema } from '#twinning';
import { meetingsSchema } from '#meetings';
import { peopleSchema } from '#people';
import { type LibSchema, platformSchema } from '#platform/database';

/** What each lib adds to the database, lowest floor first. */
export const schemas: LibSchema[] = [
  platformSchema,
  peopleSchema,
  citiesSchema,
  discussionsSchema,
  twinningSchema,
  mailingListsSchema,
  meetingsSchema,
];
