import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aCity, aMembership } from '#cities/testing';
import { aMeeting, anOrganiser, aSeries, aSession, type Organiser } from '#meetings/testing';
import { PersonalRecords } from '#people';
import { type Member, member } from '#people/testing';
import { newId } from '#platform/database';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const plan = `mutation($input: PlanMeetingInput!) { planMeeting(input: $input) {
  id slug status startsAt timeZone calendarUrl viewerCanPlan host { name } series { name } group { name kind visibility viewer { moderator } }
  agenda { version published sessions { title kind minutes startsAt standingItem { title } } conflicts { kind } } } }`;
const update = 'mutation($input: UpdateMeetingInput!) { updateMeeting(input: $input) { status title venue startsAt } }';
const find =
  'query($id: ID, $slug: String) { meeting(id: $id, slug: $slug) { id title agenda { version sessions { title } } } }';

describe('meetings in a series', () => {
  let gemina: Gemina;
  let organiser: Organiser;
  let reader: Member;

  before(async () => {
    gemina = await startGemina();
    organiser = await anOrganiser(gemina.app);
    reader = await member(gemina.app);
  });
  after(() => gemina.stop());

  const wish = (said: Data = {}): { input: Data } => ({
    input: { title: 'Yearly meeting', format: 'HYBRID', timeZone: 'Europe/Vienna', ...said },
  });

  it('opens a series, gives it a standing item and its regulars', async () => {
    const [graz, brno] = [await aCity(gemina.app, { name: 'Graz' }), await aCity(gemina.app, { name: 'Brno' })];
    const { createSeries } = await gemina.ask(
      'mutation { createSeries(input: { name: "Expert meetings", about: "Since 2018" }) { id slug } }',
      {},
      organiser.token,
    );
    await gemina.ask(
      'mutation($input: AddStandingItemInput!) { addStandingItem(input: $input) { id } }',
      { input: { seriesId: createSeries.id, title: 'Exchange', kind: 'PRACTICE_EXCHANGE', minutes: 45 } },
      organiser.token,
    );
    await gemina.ask(
      'mutation($id: ID!, $cities: [ID!]!) { setRegulars(seriesId: $id, cityIds: $cities) { id } }',
      { id: createSeries.id, cities: [graz.id, brno.id, graz.id] },
      organiser.token,
    );

    const { series } = await gemina.ask(
      'query($slug: String!) { series(slug: $slug) { name standingItems { title minutes } regulars { name } meetings { totalCount } } }',
      { slug: createSeries.slug },
    );
    assert.deepEqual(series, {
      name: 'Expert meetings',
      standingItems: [{ title: 'Exchange', minutes: 45 }],
      regulars: [{ name: 'Graz' }, { name: 'Brno' }],
      meetings: { totalCount: 0 },
    });
  });

  it('plans a meeting with the standing item on its agenda and opens its group', async () => {
    const series = await aSeries(gemina.app, organiser);
    const host = await aCity(gemina.app, { name: 'Utrecht' });

    const { planMeeting } = await gemina.ask(
      plan,
      wish({ seriesId: series.id, hostId: host.id, startsAt: '2027-05-20T07:00:00Z', endsAt: '2027-05-20T15:00:00Z' }),
      organiser.token,
    );

    assert.equal(planMeeting.status, 'PLANNED');
    assert.equal(planMeeting.host.name, 'Utrecht');
    assert.equal(planMeeting.viewerCanPlan, true);
    assert.ok(planMeeting.calendarUrl.endsWith(`/calendar/meetings/${planMeeting.slug}.ics`));
    assert.deepEqual(planMeeting.group, {
      name: 'Yearly meeting',
      kind: 'MEETING',
      visibility: 'MEMBERS',
      viewer: { moderator: true },
    });
    assert.deepEqual(planMeeting.agenda, {
      version: 1,
      published: false,
      sessions: [
        {
          title: 'Cross-national exchange of good practices',
          kind: 'PRACTICE_EXCHANGE',
          minutes: 60,
          startsAt: null,
          standingItem: { title: 'Cross-national exchange of good practices' },
        },
      ],
      conflicts: [{ kind: 'MISSING_STANDING_ITEM' }, { kind: 'UNSCHEDULED' }],
    });
  });

  it('gives an item that becomes a standing one to the meetings that are still to come', async () => {
    const series = await aSeries(gemina.app, organiser);
    const meeting = await aMeeting(gemina.app, organiser, { seriesId: series.id });
    const startsAt = new Date('2019-11-28T08:00:00Z');
    const past = await aMeeting(gemina.app, organiser, {
      startsAt,
      endsAt: new Date('2019-11-28T16:00:00Z'),
      seriesId: series.id,
    });

    await gemina.ask(
      'mutation($input: AddStandingItemInput!) { addStandingItem(input: $input) { id } }',
      { input: { seriesId: series.id, title: 'Open actions', kind: 'PLENARY', minutes: 20 } },
      organiser.token,
    );

    const { meeting: seen } = await gemina.ask(find, { id: meeting.id }, organiser.token);
    assert.deepEqual(
      seen.agenda.sessions.map((session: Data) => session['title']),
      ['Cross-national exchange of good practices', 'Open actions'],
    );
    const { meeting: record } = await gemina.ask(find, { id: past.id }, organiser.token);
    assert.equal(record.agenda.sessions.length, 1, 'what is over stays as it was');
  });

  it('does not let go of a standing item: it may be moved, not removed', async () => {
    const series = await aSeries(gemina.app, organiser);
    const meeting = await aMeeting(gemina.app, organiser, { seriesId: series.id });
    const { meeting: seen } = await gemina.ask(
      'query($id: ID) { meeting(id: $id) { agenda { sessions { id } } } }',
      { id: meeting.id },
      organiser.token,
    );
    const { id } = seen.agenda.sessions[0] as { id: string };

    const { errors } = await gemina.graphql('mutation($id: ID!) { removeSession(id: $id) }', { id }, organiser.token);
    const { updateSession } = await gemina.ask(
      'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { startsAt endsAt } }',
      { input: { id, startsAt: '2027-05-20T08:00:00Z', minutes: 45 } },
      organiser.token,
    );

    assert.equal(errors?.[0]?.extensions.code, 'CONFLICT');
    assert.match(errors?.[0]?.message ?? '', /not removed/);
    assert.deepEqual(updateSession, { startsAt: '2027-05-20T08:00:00.000Z', endsAt: '2027-05-20T08:45:00.000Z' });
  });

  it('shows a planned meeting to people who are signed in, and to everybody from the first invitation on', async () => {
    const { id } = await aMeeting(gemina.app, organiser, { title: 'Not announced yet' });

    const before = (await gemina.ask(find, { id }))['meeting'];
    const toMember = (await gemina.ask(find, { id }, reader.token))['meeting'];
    const calendarBefore = (await gemina.ask('{ meetings(first: 100) { nodes { id } } }'))['meetings'].nodes as Data[];
    await gemina.ask(update, { input: { id, status: 'INVITING' } }, organiser.token);
    await gemina.ask(update, { input: { id, status: 'CANCELLED' } }, organiser.token);
    const afterwards = (await gemina.ask(find, { id }))['meeting'];

    assert.equal(before, null);
    assert.equal(toMember.title, 'Not announced yet');
    assert.ok(!calendarBefore.some((meeting) => meeting['id'] === id));
    assert.equal(afterwards.title, 'Not announced yet');
  });

  it('keeps what is left out of a change and clears what is null', async () => {
    const { id } = await aMeeting(gemina.app, organiser, { venue: 'Town hall' });

    const { updateMeeting } = await gemina.ask(
      update,
      { input: { id, title: 'New title', venue: null } },
      organiser.token,
    );

    assert.deepEqual(updateMeeting, {
      status: 'PLANNED',
      title: 'New title',
      venue: null,
      startsAt: '2027-05-20T07:00:00.000Z',
    });
  });

  it('goes from plan to record only in ways that make sense', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    const step = (status: string): Promise<string> =>
      gemina
        .graphql(update, { input: { id, status } }, organiser.token)
        .then(({ errors }) => errors?.[0]?.extensions.code ?? 'done');

    assert.equal(await step('HELD'), 'INVALID_TRANSITION', 'it has not begun');
    assert.equal(await step('REGISTRATION_OPEN'), 'done');
    assert.equal(await step('INVITING'), 'done');
    assert.equal(await step('PLANNED'), 'INVALID_TRANSITION');
    assert.equal(await step('RUNNING'), 'done');
    assert.equal(await step('CANCELLED'), 'done');
    assert.equal(await step('INVITING'), 'INVALID_TRANSITION');
  });

  it('lists what is to come with the next first, what is over with the latest first', async () => {
    const series = await aSeries(gemina.app, organiser, { name: 'Listed' });
    const on = (day: string) => ({
      seriesId: series.id,
      title: day,
      startsAt: new Date(`${day}T08:00:00Z`),
      endsAt: new Date(`${day}T16:00:00Z`),
    });
    const titles = ['2018-11-26', '2019-11-28', '2031-05-01', '2032-05-01'];
    for (const title of titles) await aMeeting(gemina.app, organiser, on(title));
    await aMeeting(gemina.app, organiser, { seriesId: series.id, title: 'one day', startsAt: null, endsAt: null });
    const listed = async (upcoming: boolean | null): Promise<string[]> => {
      const query =
        'query($upcoming: Boolean) { meetings(first: 100, upcoming: $upcoming) { nodes { title series { name } } } }';
      const { meetings } = await gemina.ask(query, { upcoming }, reader.token);
      return (meetings.nodes as Data[])
        .filter((node) => node['series']?.name === 'Listed')
        .map((node) => node['title'] as string);
    };

    assert.deepEqual(await listed(true), ['2031-05-01', '2032-05-01', 'one day']);
    assert.deepEqual(await listed(false), ['2019-11-28', '2018-11-26']);
    assert.deepEqual(await listed(null), ['one day', '2032-05-01', '2031-05-01', '2019-11-28', '2018-11-26']);
  });

  it('puts what somebody speaks at and has planned into their export', async () => {
    const speaker = await member(gemina.app);
    const { id, title } = await aMeeting(gemina.app, organiser, { title: 'Exported' });
    await aSession(gemina.app, organiser, { meetingId: id, title: 'Keynote', speakerIds: [speaker.id] });
    const records = gemina.app.get(PersonalRecords, { strict: false });

    const ofSpeaker = (await records.of(speaker.id))['meetings'];
    const ofOrganiser = (await records.of(organiser.id))['meetings'] as { planned: Data[] };

    const startsAt = new Date('2027-05-20T07:00:00Z');
    assert.deepEqual(ofSpeaker, {
      sessions: [{ meeting: title, title: 'Keynote', startsAt, speaker: true, moderator: false }],
      planned: [],
    });
    assert.ok(ofOrganiser.planned.some((meeting) => meeting['title'] === title));
  });

  it('pages through a series without gap or double', async () => {
    const series = await aSeries(gemina.app, organiser, { name: 'Paged' });
    for (let number = 0; number < 5; number += 1)
      await aMeeting(gemina.app, organiser, { seriesId: series.id, title: `M${number}` });
    const query = `query($slug: String!, $after: Cursor) { series(slug: $slug) { meetings(first: 2, after: $after) {
      totalCount nodes { title } pageInfo { endCursor hasNextPage } } } }`;
    const seen: string[] = [];
    let after: string | null = null;

    do {
      const page: Data = (await gemina.ask(query, { slug: series.slug, after }, reader.token))['series'].meetings;
      assert.equal(page['totalCount'], 5);
      seen.push(...(page['nodes'] as Data[]).map((node) => node['title'] as string));
      after = page['pageInfo'].hasNextPage ? (page['pageInfo'].endCursor as string) : null;
    } while (after);

    assert.deepEqual(seen.sort(), ['M0', 'M1', 'M2', 'M3', 'M4']);
  });
});

describe('meetings refuse by name', () => {
  let gemina: Gemina;
  let organiser: Organiser;
  let reader: Member;

  before(async () => {
    gemina = await startGemina();
    organiser = await anOrganiser(gemina.app);
    reader = await member(gemina.app);
  });
  after(() => gemina.stop());

  async function refused(
    mutation: string,
    variables: object,
    token: string | null,
  ): Promise<[string, string | undefined]> {
    const { errors, data } = await gemina.graphql(mutation, variables, token);
    assert.ok(errors?.[0], `Not refused: ${JSON.stringify(data)}`);
    return [errors[0].extensions.code, errors[0].extensions.field];
  }

  const wish = (said: Data = {}): { input: Data } => ({
    input: { title: 'Yearly meeting', format: 'HYBRID', timeZone: 'Europe/Vienna', ...said },
  });

  const badMeetings: [string, Data, [string, string | undefined]][] = [
    ['no title', { title: ' ' }, ['BAD_USER_INPUT', 'title']],
    ['a title of two lines', { title: 'A\nB' }, ['BAD_USER_INPUT', 'title']],
    ['an endless title', { title: 'x'.repeat(201) }, ['BAD_USER_INPUT', 'title']],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, ['BAD_USER_INPUT', undefined]],
    ['a start without an end', { startsAt: '2027-05-20T07:00:00Z' }, ['BAD_USER_INPUT', 'endsAt']],
    [
      'an end before its start',
      { startsAt: '2027-05-20T07:00:00Z', endsAt: '2027-05-20T07:00:00Z' },
      ['BAD_USER_INPUT', 'endsAt'],
    ],
    [
      'a whole season',
      { startsAt: '2027-05-20T07:00:00Z', endsAt: '2027-08-20T07:00:00Z' },
      ['BAD_USER_INPUT', 'endsAt'],
    ],
    ['no place for anybody', { capacity: 0 }, ['BAD_USER_INPUT', 'capacity']],
    ['a script for a link', { onlineUrl: 'javascript:alert(1)' }, ['BAD_USER_INPUT', undefined]],
    ['a series that does not exist', { seriesId: newId() }, ['NOT_FOUND', undefined]],
    ['a series id that is none', { seriesId: 'x' }, ['BAD_USER_INPUT', 'seriesId']],
    ['a host that does not exist', { hostId: newId() }, ['BAD_USER_INPUT', 'hostId']],
  ];
  for (const [what, said, expected] of badMeetings) {
    it(`a meeting with ${what}`, async () => {
      assert.deepEqual(await refused(plan, wish(said), organiser.token), expected);
    });
  }

  it('whoever is no organiser, and writes nothing for them', async () => {
    const before = (await gemina.ask('{ meetings { totalCount } }', {}, reader.token))['meetings'].totalCount as number;

    assert.deepEqual(await refused(plan, wish(), null), ['UNAUTHENTICATED', undefined]);
    assert.deepEqual(await refused(plan, wish(), reader.token), ['FORBIDDEN', undefined]);
    assert.deepEqual(await refused('mutation { createSeries(input: { name: "Mine" }) { id } }', {}, reader.token), [
      'FORBIDDEN',
      undefined,
    ]);
    assert.equal((await gemina.ask('{ meetings { totalCount } }', {}, reader.token))['meetings'].totalCount, before);
    const { groups } = await gemina.ask('{ groups(kind: [MEETING]) { totalCount } }', {}, reader.token);
    assert.equal(groups.totalCount, before);
  });

  it('an agenda to all but organisers and the host’s own focal points', async () => {
    const host = await aCity(gemina.app);
    const other = await aCity(gemina.app);
    const ofHost = await member(gemina.app);
    const ofOther = await member(gemina.app);
    await aMembership(gemina.app, { personId: ofHost.id, bodyId: host.id });
    await aMembership(gemina.app, { personId: ofOther.id, bodyId: other.id });
    const meeting = await aMeeting(gemina.app, organiser, { hostId: host.id });
    const add = 'mutation($input: AddSessionInput!) { addSession(input: $input) { id } }';
    const input = { meetingId: meeting.id, title: 'Panel', kind: 'PANEL', minutes: 30 };

    const { addSession } = await gemina.ask(add, { input }, ofHost.token);
    const edit = 'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }';

    assert.deepEqual(await refused(add, { input }, ofOther.token), ['FORBIDDEN', undefined]);
    assert.deepEqual(await refused(add, { input }, null), ['UNAUTHENTICATED', undefined]);
    assert.deepEqual(await refused(update, { input: { id: meeting.id, title: 'Ours' } }, ofHost.token), [
      'FORBIDDEN',
      undefined,
    ]);
    assert.deepEqual(
      await refused(edit, { input: { id: addSession.id, title: 'X' } }, ofOther.token),
      ['NOT_FOUND', undefined],
      'a draft is not known',
    );
    const { node } = await gemina.ask('query($id: ID!) { node(id: $id) { id } }', { id: addSession.id }, ofOther.token);
    assert.equal(node, null);
    const { meeting: seen } = await gemina.ask(find, { id: meeting.id }, ofOther.token);
    assert.deepEqual(seen.agenda, { version: 0, sessions: [] });
  });

  it('rooms of other meetings, strangers as speakers, doubled rooms, and ids of nothing', async () => {
    const meeting = await aMeeting(gemina.app, organiser);
    const elsewhere = await aMeeting(gemina.app, organiser);
    const addRoom = 'mutation($input: AddRoomInput!) { addRoom(input: $input) { id } }';
    const { addRoom: room } = await gemina.ask(
      addRoom,
      { input: { meetingId: elsewhere.id, name: 'Hall' } },
      organiser.token,
    );
    const add = 'mutation($input: AddSessionInput!) { addSession(input: $input) { id } }';
    const input = { meetingId: meeting.id, title: 'Panel', kind: 'PANEL', minutes: 30 };

    assert.deepEqual(await refused(add, { input: { ...input, roomId: room.id } }, organiser.token), [
      'BAD_USER_INPUT',
      'roomId',
    ]);
    assert.deepEqual(await refused(add, { input: { ...input, speakerIds: [newId()] } }, organiser.token), [
      'BAD_USER_INPUT',
      'speakerIds',
    ]);
    assert.deepEqual(await refused(add, { input: { ...input, minutes: 0 } }, organiser.token), [
      'BAD_USER_INPUT',
      'minutes',
    ]);
    assert.deepEqual(await refused(add, { input: { ...input, meetingId: newId() } }, organiser.token), [
      'NOT_FOUND',
      undefined,
    ]);
    assert.deepEqual(await refused(addRoom, { input: { meetingId: elsewhere.id, name: 'HALL' } }, organiser.token), [
      'CONFLICT',
      'name',
    ]);
    assert.deepEqual(await refused('mutation($id: ID!) { removeSession(id: $id) }', { id: 'x' }, organiser.token), [
      'NOT_FOUND',
      undefined,
    ]);
    assert.deepEqual(
      await refused(
        'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }',
        { input: { id: newId() } },
        organiser.token,
      ),
      ['NOT_FOUND', undefined],
    );
  });

  it('two standing items of one name', async () => {
    const series = await aSeries(gemina.app, organiser);
    const add = 'mutation($input: AddStandingItemInput!) { addStandingItem(input: $input) { id } }';
    const input = {
      seriesId: series.id,
      title: 'CROSS-NATIONAL exchange of good practices',
      kind: 'PLENARY',
      minutes: 5,
    };

    assert.deepEqual(await refused(add, { input }, organiser.token), ['CONFLICT', 'title']);
  });

  it('a change of the agenda once the meeting is over, but not its notes', async () => {
    const meeting = await aMeeting(gemina.app, organiser, {
      startsAt: new Date('2019-11-28T08:00:00Z'),
      endsAt: new Date('2019-11-28T16:00:00Z'),
    });
    const session = await aSession(gemina.app, organiser, {
      meetingId: meeting.id,
      startsAt: new Date('2019-11-28T08:00:00Z'),
    });
    await gemina.ask(update, { input: { id: meeting.id, status: 'HELD' } }, organiser.token);
    const edit = 'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { notes title } }';

    assert.deepEqual(await refused(edit, { input: { id: session.id, minutes: 5 } }, organiser.token), [
      'INVALID_TRANSITION',
      undefined,
    ]);
    const { updateSession } = await gemina.ask(
      edit,
      { input: { id: session.id, notes: 'All agreed.' } },
      organiser.token,
    );
    assert.deepEqual(updateSession, { notes: 'All agreed.', title: 'Welcome' });
  });
});
