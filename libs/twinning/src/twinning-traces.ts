import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasers, PersonalRecords } from '#people';
import { Database, type Transaction } from '#platform/database';

/** What twinnings keep about people: who proposed, logged and evaluated. It is the city's record; only the name goes. */
@Injectable()
export class TwinningTraces implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: PersonalRecords,
    private readonly erasers: Erasers,
  ) {}

  onModuleInit(): void {
    this.records.add('twinning', (personId) => this.of(personId));
    this.erasers.add('twinning', (tx, personId) => this.erase(tx, personId));
  }

  private async of(personId: string): Promise<object> {
    const [proposals, exchanges, evaluations] = await Promise.all([
      this.database.query<object>(
        `select id, goal, message, status, proposed_at as "proposedAt" from twinning where proposed_by = $1 order by proposed_at, id`,
        [personId],
      ),
      this.database.query<object>(
        `select twinning_id as "twinningId", title, format, notes, starts_at as "startsAt", ends_at as "endsAt"
         from exchange where logged_by = $1 order by starts_at, id`,
        [personId],
      ),
      this.database.query<object>(
        `select twinning_id as "twinningId", rating, learned, would_recommend as "wouldRecommend", created_at as "createdAt"
         from evaluation where written_by = $1 order by created_at, id`,
        [personId],
      ),
    ]);
    return { proposals, exchanges, evaluations };
  }

  private async erase(tx: Transaction, personId: string): Promise<void> {
    await tx.query('update twinning set proposed_by = null where proposed_by = $1', [personId]);
    await tx.query('update exchange set logged_by = null where logged_by = $1', [personId]);
    await tx.query('update evaluation set written_by = null where written_by = $1', [personId]);
    await tx.query('delete from twinning_letter where person_id = $1', [personId]);
  }
}
