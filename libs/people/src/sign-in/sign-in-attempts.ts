import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { Database, type Transaction, UnitOfWork } from '#platform/database';
import { RateLimited } from '#platform/refusals';
import { Clock } from '#platform/time';
import {
  afterFailure,
  type Attempts,
  type Patience,
  patienceWithAddress,
  patienceWithNetwork,
} from './attempt-waits.js';
import { networkOf } from './network-address.js';

interface Counted {
  key: string;
  patience: Patience;
}

/**
 * Slows guessing down over all processes, by the address that is tried and by where the tries come from, whether the
 * address is known or not. Keys are keyed hashes: the table tells nobody's address.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt as failed before it is made, so that parallel ones are counted too. Refused: {@link RateLimited}. */
  async begin(canonicalEmail: string, ip: string): Promise<void> {
    const counted = this.counted(canonicalEmail, ip);
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const standing = await this.lock(tx, counted, now);
      const waitMillis = Math.max(...standing.map(({ openAt }) => openAt.getTime() - now.getTime()));
      if (waitMillis > 0) throw new RateLimited(Math.ceil(waitMillis / 1000));
      const next = counted.map(({ key, patience }) => {
        const before = standing.find((row) => row.key === key) ?? { failures: 0, failedAt: now, openAt: now };
        return { key, ...afterFailure(before, patience, now) };
      });
      await tx.query(
        `update sign_in_attempt a set failures = n.failures, failed_at = $4, open_at = n.open_at
         from unnest($1::text[], $2::int[], $3::timestamptz[]) as n(key, failures, open_at) where a.key = n.key`,
        [next.map(({ key }) => key), next.map(({ failures }) => failures), next.map(({ openAt }) => openAt), now],
      );
    });
  }

  /** The attempt was right: the address starts afresh, the network gets this one back. */
  async succeeded(canonicalEmail: string, ip: string): Promise<void> {
    const [address, network] = this.counted(canonicalEmail, ip);
    await this.database.query(
      `with fresh as (delete from sign_in_attempt where key = $1)
       update sign_in_attempt set failures = greatest(failures - 1, 0), open_at = failed_at where key = $2`,
      [address?.key, network?.key ?? ''],
    );
  }

  private async lock(tx: Transaction, counted: Counted[], now: Date): Promise<(Attempts & { key: string })[]> {
    const keys = counted.map(({ key }) => key).sort();
    await tx.query(
      `insert into sign_in_attempt (key, failures, failed_at, open_at)
       select key, 0, $2, $2 from unnest($1::text[]) as k(key) on conflict (key) do nothing`,
      [keys, now],
    );
    return tx.query(
      `select key, failures, failed_at as "failedAt", open_at as "openAt" from sign_in_attempt
       where key = any($1) order by key for update`,
      [keys],
    );
  }

  private counted(canonicalEmail: string, ip: string): Counted[] {
    const network = networkOf(ip);
    const counted = [{ key: this.keyed(`address:${canonicalEmail}`), patience: patienceWithAddress }];
    if (network) counted.push({ key: this.keyed(`network:${network}`), patience: patienceWithNetwork });
    return counted;
  }

  private keyed(text: string): string {
    return createHmac('sha256', this.config.secret).update(`sign-in ${text}`).digest('base64url');
  }
}
