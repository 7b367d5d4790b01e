import { Injectable } from '@nestjs/common';
import { type Transaction } from '#platform/database';

export const mailRoundOutcomeJob = 'twinning.mail-round-outcome';

/** What the job that mails a city its outcome is told. */
export interface RoundOutcomeOf {
  roundId: string;
  cityId: string;
}

/** Sees to it that every city that has ranked hears what has become of a round. */
@Injectable()
export class RoundLetters {
  /** One job for each city, so that one letter that cannot be written holds up no other. */
  async announce(tx: Transaction, roundId: string): Promise<void> {
    const cities = await tx.query<{ cityId: string }>(
      'select distinct city_id as "cityId" from matching_round_ranking where round_id = $1 order by city_id',
      [roundId],
    );
    for (const { cityId } of cities) {
      const payload: RoundOutcomeOf = { roundId, cityId };
      await tx.addJob(mailRoundOutcomeJob, payload, { key: `round-outcome:${roundId}:${cityId}` });
    }
  }
}
