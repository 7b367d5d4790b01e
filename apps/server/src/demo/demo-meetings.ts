import { readFileSync } from 'node:fs';
import { apiAs } from './api-as.js';
import type { DemoCast } from './load-demo.js';

/** The published agenda of the expert meeting in Brussels on 27 and 28 November 2019. */
const brusselsAgenda = new URL('../../../../libs/meetings/data/agenda-brussels-2019.txt', import.meta.url);

const plan =
  'mutation($input: PlanMeetingInput!) { planMeeting(input: $input) { id agenda { sessions { id standingItem { id } } } } }';
const publish = 'mutation($meetingId: ID!) { publishAgenda(meetingId: $meetingId) { version } }';
const addSession = 'mutation($input: AddSessionInput!) { addSession(input: $input) { id } }';

/** The yearly series: the expert meeting of 2019 with its real agenda, and a meeting to come that is being planned. */
export async function holdDemoMeetings({ app, person, city }: DemoCast): Promise<void> {
  const admin = person('admin');
  const { createSeries } = await apiAs(
    app,
    admin,
    'mutation($input: CreateSeriesInput!) { createSeries(input: $input) { id } }',
    {
      input: {
        name: 'Meeting of Human Rights Cities',
        about: 'Once a year, with a permanent item: the cross-national exchange of good practices.',
      },
    },
  );
  const seriesId = createSeries?.id;
  const { planMeeting: past } = await apiAs(app, admin, plan, {
    input: {
      title: 'Expert meeting on human rights cities 2019',
      format: 'IN_PERSON',
      timeZone: 'Europe/Brussels',
      startsAt: '2019-11-27T18:00:00Z',
      endsAt: '2019-11-28T16:30:00Z',
      venue: 'European Economic and Social Committee, Rue de Trèves 74, Brussels',
    },
  });
  await apiAs(
    app,
    admin,
    'mutation($meetingId: ID!, $text: String!) { importAgenda(meetingId: $meetingId, text: $text) { version } }',
    { meetingId: past?.id, text: readFileSync(brusselsAgenda, 'utf8') },
  );
  await apiAs(app, admin, publish, { meetingId: past?.id });
  await apiAs(app, admin, 'mutation($input: AddStandingItemInput!) { addStandingItem(input: $input) { id } }', {
    input: {
      seriesId,
      title: 'Cross-national exchange of good practices',
      kind: 'PRACTICE_EXCHANGE',
      minutes: 90,
      about: 'Every meeting has it: cities show what worked, and what did not.',
    },
  });
  const { planMeeting } = await apiAs(app, admin, plan, {
    input: {
      seriesId,
      title: 'Meeting of Human Rights Cities 2027',
      format: 'HYBRID',
      timeZone: 'Europe/Vienna',
      startsAt: '2027-05-20T07:00:00Z',
      endsAt: '2027-05-20T15:00:00Z',
      venue: 'Rathaus, Hauptplatz 1, Graz',
      onlineUrl: 'https://meet.example/human-rights-cities-2027',
      capacity: 80,
      hostId: await city('graz'),
      about: 'We meet where the first human rights city of Europe declared itself.',
    },
  });
  const meetingId = planMeeting?.id;
  const sessions = [
    { title: 'Registration and coffee', kind: 'REGISTRATION', minutes: 30, startsAt: '2027-05-20T07:00:00Z' },
    { title: 'Welcome by the mayor of Graz', kind: 'PLENARY', minutes: 30, startsAt: '2027-05-20T07:30:00Z' },
    {
      title: 'What a local complaints mechanism needs',
      kind: 'PANEL',
      minutes: 60,
      startsAt: '2027-05-20T08:00:00Z',
      speakerIds: [person('gernot'), person('oliver')],
    },
    { title: 'Lunch', kind: 'MEAL', minutes: 60, startsAt: '2027-05-20T10:30:00Z' },
    {
      title: 'Working group: housing and allocation',
      kind: 'WORKING_GROUP',
      minutes: 75,
      startsAt: '2027-05-20T11:30:00Z',
      parallelSet: 'afternoon',
      moderatorIds: [person('markus')],
    },
    {
      title: 'Working group: from programme to declaration',
      kind: 'WORKING_GROUP',
      minutes: 75,
      startsAt: '2027-05-20T11:30:00Z',
      parallelSet: 'afternoon',
      moderatorIds: [person('linnea')],
    },
    { title: 'Reporting back and follow-up', kind: 'REPORTING_BACK', minutes: 45, startsAt: '2027-05-20T13:00:00Z' },
  ];
  for (const session of sessions) await apiAs(app, admin, addSession, { input: { meetingId, ...session } });
  const standing = (
    planMeeting?.['agenda'] as { sessions: { id: string; standingItem: object | null }[] }
  ).sessions.find(({ standingItem }) => standingItem);
  await apiAs(app, admin, 'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }', {
    input: { id: standing?.id, startsAt: '2027-05-20T09:00:00Z' },
  });
  await apiAs(app, admin, publish, { meetingId });
}
