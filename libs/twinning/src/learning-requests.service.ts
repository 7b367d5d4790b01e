import { Injectable } from '@nestjs/common';
import { Cities, CityExchanges } from '#cities';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { LearningRequest } from './learning-request.entity.js';
import { type RequestLearningInput } from './request-learning.input.js';
import { type Theme } from './suggestion-score.js';
import { LearningRequestClosed, LearningRequested } from './twinning.events.js';
import { twinningPolicy } from './twinning.policy.js';
import { TooManyOpenRequests } from './twinning.refusals.js';

const mostOpen = 20;

/** What cities ask to learn. */
@Injectable()
export class LearningRequests {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cities: Cities,
    private readonly exchanges: CityExchanges,
  ) {}

  /** Opens a request for the city. Refused: {@link TooManyOpenRequests}. */
  async open(actor: Actor, input: RequestLearningInput): Promise<LearningRequest> {
    if (!(await this.cities.find({ id: input.cityId }))) throw new NotFound('city');
    actor.require(twinningPolicy.request(actor, input.cityId));
    return this.unitOfWork.run(async (tx) => {
      await this.lockRequestsOf(tx, input.cityId);
      const open = await tx.query('select 1 from learning_request where city_id = $1 and open limit $2', [
        input.cityId,
        mostOpen,
      ]);
      if (open.length === mostOpen) throw new TooManyOpenRequests(mostOpen);
      const request = await tx.insert(LearningRequest, {
        id: newId(),
        cityId: input.cityId,
        themes: [...new Set(input.themes)],
        languages: [...new Set(input.languages)],
        formats: [...new Set(input.formats)],
        goal: input.goal.trim(),
        open: true,
        createdAt: this.clock.now(),
        closedAt: null,
      });
      await this.tellDirectory(tx, request.cityId);
      tx.record(new LearningRequested(request.id, request.cityId));
      return request;
    });
  }

  /** Ends the search; proposals already made stay with their mentors. Closing twice changes nothing more. */
  async close(actor: Actor, id: string): Promise<LearningRequest> {
    return this.unitOfWork.run(async (tx) => {
      const known = await tx.find(LearningRequest, { id });
      if (!known) throw new NotFound('learning request');
      await this.lockRequestsOf(tx, known.cityId);
      const request = await tx.require(LearningRequest, { id });
      actor.require(twinningPolicy.request(actor, request.cityId));
      if (!request.open) return request;
      const closed = { ...request, open: false, closedAt: this.clock.now() };
      await tx.update(LearningRequest, { id }, { open: false, closedAt: closed.closedAt });
      await this.tellDirectory(tx, request.cityId);
      tx.record(new LearningRequestClosed(id, request.cityId));
      return closed;
    });
  }

  /** One change at a time to the requests of a city: what the directory says of it is made of all of them together. */
  private async lockRequestsOf(tx: Transaction, cityId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('learning-requests:' || $1, 0))`, [cityId]);
  }

  private async tellDirectory(tx: Transaction, cityId: string): Promise<void> {
    const rows = await tx.query<{ theme: Theme }>(
      'select distinct unnest(themes) as theme from learning_request where city_id = $1 and open order by theme',
      [cityId],
    );
    await this.exchanges.learnsOn(
      cityId,
      rows.map(({ theme }) => theme),
    );
  }
}
