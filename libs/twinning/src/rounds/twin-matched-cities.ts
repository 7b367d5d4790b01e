import { Injectable } from '@nestjs/common';
import { newId, type Transaction } from '#platform/database';
import { Refusal } from '#platform/refusals';
import { Clock } from '#platform/time';
import { takePlaces } from '../mentor-places.js';
import { type Theme } from '../suggestion-score.js';
import { TwinningGroups } from '../twinning-groups.js';
import { Twinning } from '../twinning.entity.js';
import { TwinningWithdrawn } from '../twinning.events.js';
import { changeTwinning } from '../visible-twinning.js';
import { type RoundPair } from './matching/index.js';
import { type MatchingRound, RoundTwinning } from './round.entity.js';
import { TwinningBegunByRound } from './round.events.js';

/** What a learner asked for, of which the pair is to twin. */
interface Asked {
  requestId: string;
  goal: string;
  themes: Theme[];
}

/** Makes a twinning of a pair that a round has brought together. */
@Injectable()
export class TwinMatchedCities {
  constructor(
    private readonly clock: Clock,
    private readonly groups: TwinningGroups,
  ) {}

  /**
   * Takes the places and opens the group. A proposal of the learner that waits with this mentor is accepted by it, one
   * the other way round withdrawn; an active twinning of the two is left as it is. False where no place is left: the
   * transaction must not commit then.
   */
  async twin(tx: Transaction, round: MatchingRound, pair: RoundPair): Promise<boolean> {
    const open = await openBetween(tx, pair);
    if (open?.status === 'ACTIVE') {
      await this.remember(tx, round, pair, open.id);
      return true;
    }
    const asked = await askedFor(tx, pair);
    if (!asked) return false;
    const wanted = { mentorId: pair.mentor, learnerId: pair.learner, themes: asked.themes };
    if (!(await hasPlaces(tx, wanted))) return false;
    const twinning = await this.proposalOf(tx, round, { ...asked, pair, open });
    await this.start(tx, twinning);
    await this.remember(tx, round, pair, twinning.id);
    tx.record(new TwinningBegunByRound(twinning.id, twinning.mentorId, twinning.learnerId, round.id));
    return true;
  }

  private async proposalOf(
    tx: Transaction,
    round: MatchingRound,
    { pair, open, ...asked }: Asked & { pair: RoundPair; open: Twinning | null },
  ): Promise<Twinning> {
    const now = this.clock.now();
    if (open?.mentorId === pair.mentor) return changeTwinning(tx, open, { themes: asked.themes });
    if (open) {
      await changeTwinning(tx, open, { status: 'WITHDRAWN', endedAt: now });
      tx.record(new TwinningWithdrawn(open.id, open.mentorId, open.learnerId));
    }
    return tx.insert(Twinning, {
      ...asked,
      id: newId(),
      mentorId: pair.mentor,
      learnerId: pair.learner,
      status: 'PROPOSED',
      message: null,
      answer: null,
      endReason: null,
      proposedById: null,
      proposedAt: now,
      expiresAt: round.closesAt > now ? round.closesAt : now,
      startedAt: null,
      endedAt: null,
      lastActivityAt: null,
      groupId: null,
    });
  }

  private async start(tx: Transaction, twinning: Twinning): Promise<void> {
    const groupId = await this.groups.open(twinning);
    const now = this.clock.now();
    await changeTwinning(tx, twinning, { status: 'ACTIVE', startedAt: now, lastActivityAt: now, groupId });
  }

  private async remember(tx: Transaction, round: MatchingRound, pair: RoundPair, twinningId: string): Promise<void> {
    await tx.insert(RoundTwinning, {
      roundId: round.id,
      learnerId: pair.learner,
      mentorId: pair.mentor,
      twinningId,
    });
  }
}

/** The one open twinning of the two, whichever mentors, locked. */
async function openBetween(tx: Transaction, { learner, mentor }: RoundPair): Promise<Twinning | null> {
  const found = await tx.one<{ id: string }>(
    `select id from twinning where status in ('PROPOSED', 'ACTIVE')
       and least(mentor_id, learner_id) = least($1::uuid, $2::uuid)
       and greatest(mentor_id, learner_id) = greatest($1::uuid, $2::uuid)`,
    [learner, mentor],
  );
  return found && (await tx.require(Twinning, { id: found.id }));
}

/**
 * The learner's request that the pair is of, open ones first, then the newest, with the themes that the mentor still
 * offers of it: the pair's one, or all. Null where the offer was paused or changed since the round was computed.
 */
function askedFor(tx: Transaction, { learner, mentor, theme }: RoundPair): Promise<Asked | null> {
  return tx.one<Asked>(
    `select r.id as "requestId", r.goal, shared.themes from learning_request r cross join lateral
       (select array(select asked.theme from unnest(r.themes) with ordinality as asked (theme, place)
          join mentor_offer_theme t on t.theme = asked.theme join mentor_offer o on o.id = t.offer_id
          where o.city_id = $2 and o.open and ($3::text is null or t.theme = $3) order by place) as themes) shared
     where r.city_id = $1 and cardinality(shared.themes) > 0
     order by r.open desc, r.created_at desc, r.id desc limit 1`,
    [learner, mentor, theme],
  );
}

async function hasPlaces(tx: Transaction, wanted: Parameters<typeof takePlaces>[1]): Promise<boolean> {
  try {
    await takePlaces(tx, wanted);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CAPACITY_REACHED') return false;
    throw error;
  }
}
