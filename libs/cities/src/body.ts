import { type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';

/** Of a city or organisation, which of the two it is. */
export interface BodyIds {
  readonly cityId: string | null;
  readonly organisationId: string | null;
}

/** Finds out which body has this id; refused as NOT_FOUND where none has. */
export async function requireBody(tx: Transaction, id: string): Promise<BodyIds> {
  const body = await tx.one<BodyIds>(
    `select id as "cityId", null as "organisationId" from city where id = $1
     union all select null, id from organisation where id = $1`,
    [id],
  );
  if (body === null) throw new NotFound('city or organisation');
  return body;
}
