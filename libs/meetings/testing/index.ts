import type { INestApplicationContext } from '@nestjs/common';
import { type Actor, Door } from '#platform/access';
import { type Member, member } from '#people/testing';
import {
  AgendaService,
  type AgendaSession,
  type Meeting,
  type MeetingSeries,
  MeetingService,
  PublishAgenda,
  SeriesService,
} from '#meetings';

type Input<Service, Method extends keyof Service> = Service[Method] extends (actor: Actor, input: infer I) => unknown
  ? I
  : never;

/** Somebody who plans meetings, and as whom tests may ask. */
export interface Organiser extends Member {
  actor: Actor;
}

export async function anOrganiser(
  app: INestApplicationContext,
  said: Parameters<typeof member>[1] = {},
): Promise<Organiser> {
  const person = await member(app, { roles: ['ORGANISER'], ...said });
  const actor = await app.get(Door, { strict: false }).actorOf(person.id);
  if (!actor) throw new Error('An organiser that was just made is not known.');
  return { ...person, actor };
}

/** A series with one standing item, which every meeting of it carries. */
export async function aSeries(
  app: INestApplicationContext,
  { actor }: Organiser,
  said: Partial<Input<SeriesService, 'create'>> = {},
): Promise<MeetingSeries> {
  const service = app.get(SeriesService, { strict: false });
  const series = await service.create(actor, { name: 'Meeting of Human Rights Cities', ...said });
  const title = 'Cross-national exchange of good practices';
  return service.addStandingItem(actor, { seriesId: series.id, title, kind: 'PRACTICE_EXCHANGE', minutes: 60 });
}

/** A meeting on one day in Vienna, 20 May 2027 from 9:00 to 17:00, if nothing else is said. */
export const aMeeting = (
  app: INestApplicationContext,
  { actor }: Organiser,
  said: Partial<Input<MeetingService, 'plan'>> = {},
): Promise<Meeting> =>
  app.get(MeetingService, { strict: false }).plan(actor, {
    title: 'Meeting of Human Rights Cities 2027',
    format: 'IN_PERSON',
    timeZone: 'Europe/Vienna',
    startsAt: new Date('2027-05-20T07:00:00Z'),
    endsAt: new Date('2027-05-20T15:00:00Z'),
    venue: 'City Hall',
    ...said,
  });

/** Half an hour of plenary from 9:00 on, if nothing else is said. */
export const aSession = (
  app: INestApplicationContext,
  { actor }: Organiser,
  said: Partial<Input<AgendaService, 'addSession'>> & { meetingId: string },
): Promise<AgendaSession> =>
  app.get(AgendaService, { strict: false }).addSession(actor, {
    title: 'Welcome',
    kind: 'PLENARY',
    minutes: 30,
    startsAt: new Date('2027-05-20T07:00:00Z'),
    ...said,
  });

/** Publishes the draft as it stands. */
export const aPublishedAgenda = (
  app: INestApplicationContext,
  { actor }: Organiser,
  meetingId: string,
): ReturnType<PublishAgenda['publish']> => app.get(PublishAgenda, { strict: false }).publish(actor, meetingId);
