import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { type Theme } from './theme.js';

/**
 * What cities offer and ask for, in the few words that the directory filters by. The floor that knows writes it here in
 * its own transaction: the twinning lib calls these whenever an offer or a learning request changes.
 */
@Injectable()
export class CityExchanges {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The themes of the city's open mentor offer; none while it has no open offer. */
  async mentorsOn(cityId: string, themes: readonly Theme[]): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(
        `insert into city_exchange (city_id, mentoring, mentors_on) values ($1, $2::text[] <> '{}', $2::text[])
         on conflict (city_id) do update set mentoring = excluded.mentoring, mentors_on = excluded.mentors_on`,
        [cityId, themes],
      ),
    );
  }

  /** The themes of all the city's open learning requests together; none while it has none. */
  async learnsOn(cityId: string, themes: readonly Theme[]): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(
        `insert into city_exchange (city_id, learns_on) values ($1, $2::text[])
         on conflict (city_id) do update set learns_on = excluded.learns_on`,
        [cityId, themes],
      ),
    );
  }
}
