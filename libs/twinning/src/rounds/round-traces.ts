import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasers, PersonalRecords } from '#people';
import { Database, type Transaction } from '#platform/database';

/** What rounds keep about people: who opened one, and who ranked for a city. The city's ranking stays, the name goes. */
@Injectable()
export class RoundTraces implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
    private readonly erasers: Erasers,
  ) {}

  onModuleInit(): void {
    this.records.add('rounds', (personId) => this.of(personId));
    this.erasers.add('rounds', (tx, personId) => this.erase(tx, personId));
  }

  private async of(personId: string): Promise<object> {
    const opened = await this.database.query<object>(
      `select id, name, status, opened_at as "openedAt" from matching_round where opened_by = $1 order by opened_at, id`,
      [personId],
    );
    const rankings = await this.database.query<object>(
      `select round_id as "roundId", city_id as "cityId", side, ranked_at as "rankedAt" from matching_round_ranking
       where ranked_by = $1 order by ranked_at, round_id, side, city_id`,
      [personId],
    );
    return { opened, rankings };
  }

  private async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('update matching_round set opened_by = null where opened_by = $1', [personId]);
    await tx.query('update matching_round_ranking set ranked_by = null where ranked_by = $1', [personId]);
    await tx.query('delete from matching_round_letter where person_id = $1', [personId]);
  }
}
