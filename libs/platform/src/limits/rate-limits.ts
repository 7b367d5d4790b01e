import { Injectable, Module, Global } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { poolOf } from '#platform/database';
import { RateLimited } from '#platform/refusals';

/** So many of something by one key in so many seconds. */
export interface Rate {
  points: number;
  seconds: number;
}

/** Requests and socket messages from one address to one process. */
const requestRate: Rate = { points: 1200, seconds: 60 };

/**
 * Limits how often things are done. Sensitive acts are counted in Postgres, over all processes; plain requests in the
 * memory of each process, since a counter there costs less than what it protects.
 */
@Injectable()
export class RateLimits {
  private readonly shared = new Map<string, RateLimiterPostgres>();
  private readonly requests = new RateLimiterMemory({ points: requestRate.points, duration: requestRate.seconds });

  constructor(private readonly source: DataSource) {}

  /** Counts one more `what` by `key`; refused as RATE_LIMITED once there have been more than the rate allows. */
  async take(what: string, key: string, rate: Rate): Promise<void> {
    let limiter = this.shared.get(what);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: poolOf(this.source),
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: what,
        points: rate.points,
        duration: rate.seconds,
      });
      this.shared.set(what, limiter);
    }
    await refuseWhenUsedUp(limiter.consume(key));
  }

  /** Counts one request or socket message from an address. Loopback is where tests and proxies on this machine live. */
  async takeRequest(ip: string): Promise<void> {
    if (isLoopback(ip)) return;
    await refuseWhenUsedUp(this.requests.consume(ip));
  }
}

const isLoopback = (ip: string): boolean => ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');

async function refuseWhenUsedUp(consumed: Promise<RateLimiterRes>): Promise<void> {
  try {
    await consumed;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new RateLimited(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
    throw reason;
  }
}

@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitsModule {}
