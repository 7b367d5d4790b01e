import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { type Job, JobFor } from '#platform/jobs';
import { Clock } from '#platform/time';
import { TwinningExpired } from './twinning.events.js';

const batch = 100;

/** Ends proposals that nobody has answered in time, so that the two cities are free for others. */
@Injectable()
@JobFor({ name: 'twinning.expire-proposals', cron: '7 * * * *' })
export class ExpireProposals implements Job {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    while ((await this.expireSome()) === batch);
  }

  /** Leaves those alone that somebody is answering at this moment; the next hour sees them again. */
  private expireSome(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const expired = await tx.query<{ id: string; mentorId: string; learnerId: string }>(
        `update twinning set status = 'EXPIRED', ended_at = $1
         where id in (select id from twinning where status = 'PROPOSED' and expires_at <= $1
                      order by expires_at limit ${batch} for update skip locked)
         returning id, mentor_id as "mentorId", learner_id as "learnerId"`,
        [this.clock.now()],
      );
      for (const { id, mentorId, learnerId } of expired) tx.record(new TwinningExpired(id, mentorId, learnerId));
      return expired.length;
    });
  }
}
