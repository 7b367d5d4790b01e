import { Injectable } from '@nestjs/common';
import { Cities, Memberships } from '#cities';
import { Groups } from '#discussions';
import { type Actor } from '#platform/access';
import { newId, type Transaction, UnitOfWork } from '#platform/database';
import { BadUserInput, NotFound } from '#platform/refusals';
import { Clock } from '#platform/time';
import { carryStandingItems } from './carry-standing-items.js';
import { freeSlug } from '#platform/names';
import { Meeting } from './meeting.entity.js';
import { type PlanMeetingInput, type UpdateMeetingInput } from './meeting.input.js';
import { mayBecome, type MeetingStatus } from './meeting-status.js';
import { meetingPolicy } from './meeting.policy.js';
import { AgendaDrafted, MeetingChanged, MeetingPlanned } from './meetings.events.js';
import {
  NobodyWithThisId,
  NoSuchTransition,
  NotBeforeItHasADate,
  NotHeldBeforeItStarts,
  TimesDoNotFit,
  TooLong,
} from './meetings.refusals.js';
import { MeetingSeries, StandingItem } from './series.entity.js';

const longestMillis = 31 * 86_400_000;

/** Plans meetings and changes what, when and where they are. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cities: Cities,
    private readonly memberships: Memberships,
    private readonly groups: Groups,
  ) {}

  /** Plans a meeting with its series' standing items on the agenda, and opens its group, which the planner and the host's focal points moderate. */
  async plan(actor: Actor, input: PlanMeetingInput): Promise<Meeting> {
    actor.require(meetingPolicy.plan(actor));
    requireTimes(input.startsAt ?? null, input.endsAt ?? null);
    return this.unitOfWork.run(async (tx) => {
      const series = input.seriesId ? await requireSeries(tx, input.seriesId) : null;
      const hosts = input.hostId ? await this.hosts(input.hostId) : [];
      const group = await this.groups.open({
        name: input.title,
        kind: 'MEETING',
        visibility: 'MEMBERS',
        moderatorIds: [actor.requiredId, ...hosts],
        createdBy: actor.requiredId,
      });
      const meeting = await tx.insert(Meeting, { ...(await this.newMeeting(tx, actor, input)), groupId: group.id });
      if (series) await carryStandingItems(tx, meeting.id, await standingItems(tx, series.id));
      tx.record(new MeetingPlanned(meeting.id, meeting.seriesId));
      return meeting;
    });
  }

  /** What is left out of the input stays; null clears it. Refused: {@link NoSuchTransition}, {@link NotBeforeItHasADate}. */
  async update(actor: Actor, input: UpdateMeetingInput): Promise<Meeting> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await tx.require(Meeting, { id: input.id }, () => new NotFound('meeting'));
      if (!meetingPolicy.see(actor, meeting)) throw new NotFound('meeting');
      actor.require(meetingPolicy.plan(actor));
      const changed = { ...meeting, ...changesOf(input) };
      requireTimes(changed.startsAt, changed.endsAt);
      if (input.status && input.status !== meeting.status) this.requireStep(meeting.status, changed);
      if (isAnnounced(changed.status)) changed.publicSince ??= this.clock.now();
      changed.revision += 1;
      changed.changedAt = this.clock.now();
      await tx.update(Meeting, { id: meeting.id }, changed);
      tx.record(new MeetingChanged(meeting.id, changed.status));
      tx.record(new AgendaDrafted(meeting.id)); // what lies outside of the meeting may have changed
      return changed;
    });
  }

  private requireStep(from: MeetingStatus, { status, startsAt }: Meeting): void {
    if (!mayBecome(from, status)) throw new NoSuchTransition(from, status);
    if ((status === 'RUNNING' || status === 'HELD') && !startsAt) throw new NotBeforeItHasADate();
    if (status === 'HELD' && startsAt && startsAt > this.clock.now()) throw new NotHeldBeforeItStarts();
  }

  private async hosts(cityId: string): Promise<string[]> {
    const [city] = await this.cities.byIds([cityId]);
    if (!city) throw new NobodyWithThisId('hostId', [cityId]);
    return this.memberships.focalPointsOf(city.id);
  }

  private async newMeeting(tx: Transaction, actor: Actor, input: PlanMeetingInput): Promise<Meeting> {
    const now = this.clock.now();
    return {
      id: newId(),
      slug: await freeSlug(tx, 'meeting', input.title),
      seriesId: input.seriesId ?? null,
      title: input.title,
      about: input.about ?? null,
      format: input.format,
      status: 'PLANNED',
      startsAt: input.startsAt ?? null,
      endsAt: input.endsAt ?? null,
      timeZone: input.timeZone,
      venue: input.venue ?? null,
      onlineUrl: input.onlineUrl ?? null,
      capacity: input.capacity ?? null,
      approval: input.approval ?? false,
      hostId: input.hostId ?? null,
      groupId: null,
      publicSince: null,
      version: 0,
      revision: 0,
      createdBy: actor.requiredId,
      createdAt: now,
      changedAt: now,
    };
  }
}

const requireSeries = (tx: Transaction, id: string): Promise<MeetingSeries> =>
  tx.require(MeetingSeries, { id }, () => new NotFound('series'));

const standingItems = (tx: Transaction, seriesId: string): Promise<StandingItem[]> =>
  tx.manager.find(StandingItem, { where: { seriesId }, order: { createdAt: 'ASC', id: 'ASC' } });

const isAnnounced = (status: MeetingStatus): boolean => status !== 'PLANNED' && status !== 'CANCELLED';

function requireTimes(startsAt: Date | null, endsAt: Date | null): void {
  if ((startsAt === null) !== (endsAt === null)) throw new TimesDoNotFit(startsAt === null ? 'startsAt' : 'endsAt');
  if (!startsAt || !endsAt) return;
  if (endsAt <= startsAt) throw new TimesDoNotFit('endsAt');
  if (endsAt.getTime() - startsAt.getTime() > longestMillis) throw new TooLong();
}

function changesOf({ id: _, title, status, ...wishes }: UpdateMeetingInput): Partial<Meeting> {
  if (title === null) throw new BadUserInput('A meeting has a title.', 'title');
  const given = Object.entries({ ...wishes, title, status: status ?? undefined }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given);
}
