import { newId, type Transaction } from '#platform/database';
import { declaredYearOf, isDeclared, populationOf, type Statement } from './best-supported.js';
import { City } from './city.entity.js';

type OwnSubject = 'DECLARED_YEAR' | 'POPULATION';

/** Writes down what a city says of itself, in the place of what it said before; null takes it back. */
export async function keepOwnWord(
  tx: Transaction,
  city: Pick<City, 'id' | 'name'>,
  subject: OwnSubject,
  value: number | null,
  at: Date,
): Promise<void> {
  await tx.query('delete from claim where city_id = $1 and subject = $2 and own_word', [city.id, subject]);
  if (value === null) return;
  await tx.query(
    `insert into claim (id, city_id, subject, value, source, own_word, created_at) values ($1, $2, $3, $4, $5, true, $6)
     on conflict on constraint claim_said_once do update set own_word = true, denies = false`,
    [newId(), city.id, subject, String(value), city.name, at],
  );
}

/** Draws the city's year, declaration and population anew from its claims. The caller holds the city's row. */
export async function settleClaims(tx: Transaction, cityId: string): Promise<void> {
  const statements = await tx.query<Statement>(
    `select subject, value, source, published_on::text as "publishedOn", denies, own_word as "ownWord"
     from claim where city_id = $1`,
    [cityId],
  );
  await tx.update(
    City,
    { id: cityId },
    {
      declared: isDeclared(statements),
      declaredYear: declaredYearOf(statements),
      population: populationOf(statements),
    },
  );
}
