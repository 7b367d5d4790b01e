import { Injectable } from '@nestjs/common';
import { Memberships } from '#cities';
import { type Person, People } from '#people';
import { Config } from '#platform/config';
import { type Transaction, UnitOfWork } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Letters } from '#platform/mail';
import { mailRoundOutcomeJob, type RoundOutcomeOf } from './round-letters.js';
import { RoundOutcomes, type OutcomeOfCity } from './round-outcomes.js';

/** Tells a city's focal points, each in their language, what a round has brought the city and why. */
@Injectable()
@JobFor({ name: mailRoundOutcomeJob })
export class MailRoundOutcome implements Job<RoundOutcomeOf> {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly outcomes: RoundOutcomes,
    private readonly memberships: Memberships,
    private readonly people: People,
    private readonly letters: Letters,
  ) {}

  async run({ roundId, cityId }: RoundOutcomeOf): Promise<void> {
    const outcome = await this.outcomes.of(roundId, cityId);
    if (!outcome) return;
    for (const reader of await this.people.byIds(await this.memberships.focalPointsOf(cityId))) {
      await this.write(outcome, reader);
    }
  }

  /** Of a round and a city nobody gets two letters, however often this is tried. */
  private async write(outcome: OutcomeOfCity, reader: Person): Promise<void> {
    const { email } = reader;
    if (!email) return;
    const letter = this.outcomes.letter(outcome, reader, this.config.publicUrl);
    await this.unitOfWork.run(async (tx) => {
      if (await isFirst(tx, outcome, reader.id)) await this.letters.write(tx, { to: email, ...letter });
    });
  }
}

async function isFirst(tx: Transaction, { round, city }: OutcomeOfCity, personId: string): Promise<boolean> {
  const marked = await tx.query(
    `insert into matching_round_letter (round_id, city_id, person_id) values ($1, $2, $3)
     on conflict do nothing returning person_id`,
    [round.id, city.id, personId],
  );
  return marked.length > 0;
}
