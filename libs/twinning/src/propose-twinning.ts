import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { LearningRequest } from './learning-request.entity.js';
import { MentorOffer } from './mentor-offer.entity.js';
import { isTaken, placesOf } from './mentor-places.js';
import { type Theme } from './suggestion-score.js';
import { Twinning } from './twinning.entity.js';
import { TwinningProposed } from './twinning.events.js';
import { type ProposeTwinningInput } from './twinning.input.js';
import { twinningPolicy } from './twinning.policy.js';
import {
  LearningRequestIsClosed,
  MentorAtCapacity,
  MentorTakesNoProposals,
  NothingInCommon,
  OwnMentor,
  ThemePlacesTaken,
  TwinningAlreadyOpen,
} from './twinning.refusals.js';

/** A proposal that nobody has answered by then expires. */
const daysToAnswer = 21;

/** A learner city asks a mentor city to twin with it. */
@Injectable()
export class ProposeTwinning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes a twinning on the themes that the request asks for and the mentor has a place on. No place is taken before
   * the mentor accepts. Refused: {@link MentorAtCapacity}, {@link ThemePlacesTaken}, {@link TwinningAlreadyOpen},
   * {@link NothingInCommon}, {@link MentorTakesNoProposals}, {@link LearningRequestIsClosed}.
   */
  async propose(actor: Actor, input: ProposeTwinningInput): Promise<Twinning> {
    return this.unitOfWork.run(async (tx) => {
      const wanted = { id: input.learningRequestId };
      const request = await tx.require(LearningRequest, wanted, () => new NotFound('learning request'));
      actor.require(twinningPolicy.propose(actor, request.cityId));
      if (!request.open) throw new LearningRequestIsClosed();
      if (request.cityId === input.mentorId.toLowerCase()) throw new OwnMentor();
      const mentor = await this.requireFreeMentor(tx, input.mentorId);
      const themes = await this.themesInCommon(tx, request, mentor);
      const proposal = this.proposal(actor, request, { mentorId: mentor.cityId, themes, message: input.message });
      const twinning = await tx
        .insert(Twinning, proposal)
        .orRefuse('twinning_one_open_per_pair', () => new TwinningAlreadyOpen());
      tx.record(new TwinningProposed(twinning.id, twinning.mentorId, twinning.learnerId));
      return twinning;
    });
  }

  /** Only looks: whoever accepts settles the race for the last place. */
  private async requireFreeMentor(tx: Transaction, cityId: string): Promise<MentorOffer> {
    const offer = await tx.find(MentorOffer, { cityId });
    if (!offer) throw new NotFound('mentor');
    if (!offer.open) throw new MentorTakesNoProposals();
    if (offer.activeCount >= offer.capacity) throw new MentorAtCapacity(offer.capacity);
    return offer;
  }

  private async themesInCommon(tx: Transaction, request: LearningRequest, mentor: MentorOffer): Promise<Theme[]> {
    const places = await placesOf(tx, mentor.id);
    const shared = request.themes.flatMap((theme) => places.find((place) => place.theme === theme) ?? []);
    if (shared.length === 0) throw new NothingInCommon();
    const free = shared.filter((place) => !isTaken(place)).map(({ theme }) => theme);
    if (free.length === 0) throw new ThemePlacesTaken(shared.map(({ theme }) => theme));
    return free;
  }

  private proposal(
    actor: Actor,
    request: LearningRequest,
    { mentorId, themes, message }: { mentorId: string; themes: Theme[]; message?: string | null },
  ): Twinning {
    return {
      id: newId(),
      mentorId,
      learnerId: request.cityId,
      requestId: request.id,
      themes,
      goal: request.goal,
      status: 'PROPOSED',
      message: message?.trim() || null,
      answer: null,
      endReason: null,
      proposedById: actor.requiredId,
      proposedAt: this.clock.now(),
      expiresAt: this.clock.in(daysToAnswer * 24 * 60 * 60),
      startedAt: null,
      endedAt: null,
      lastActivityAt: null,
      groupId: null,
    };
  }
}
