import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '#platform/config';
import { RateLimits } from '#platform/limits';
import { RateLimited } from '#platform/refusals';

const lettersPerAddress = { points: 6, seconds: 3600 };

/** Keeps strangers from flooding a mailbox with our letters. Nobody is told: that would tell whose mailbox it is. */
@Injectable()
export class LetterLimit {
  constructor(
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(LetterLimit.name);
  }

  /** Whether one more letter may go to the address now. */
  async allows(kind: 'sign-up-letter' | 'sign-in-letter', canonicalEmail: string): Promise<boolean> {
    const key = createHmac('sha256', this.config.secret).update(`letter ${canonicalEmail}`).digest('base64url');
    try {
      await this.limits.take(kind, key, lettersPerAddress);
      return true;
    } catch (error) {
      if (!(error instanceof RateLimited)) throw error;
      this.logger.warn({ kind }, 'a mailbox had its fill of letters for this hour');
      return false;
    }
  }
}
