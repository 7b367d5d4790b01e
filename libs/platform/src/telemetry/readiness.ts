import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

const answerWithinMillis = 2_000;

/** Whether this process should be sent work: started, not about to stop, and the database answers. */
@Injectable()
export class Readiness {
  private serving = false;

  constructor(private readonly database: Database) {}

  begin(): void {
    this.serving = true;
  }

  end(): void {
    this.serving = false;
  }

  /** Null when ready, else the reason why not. */
  async fault(): Promise<string | null> {
    if (!this.serving) return 'starting or stopping';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('the database does not answer'), answerWithinMillis);
    });
    const asked = this.database.query('select 1').then(
      () => null,
      () => 'the database does not answer',
    );
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }
}
