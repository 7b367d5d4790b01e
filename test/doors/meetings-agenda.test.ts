import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { aCity, aMembership } from '#cities/testing';
import { aMeeting, anOrganiser, aPublishedAgenda, aSeries, aSession, type Organiser } from '#meetings/testing';
import { type Member, member } from '#people/testing';
import { type Data, type Gemina, startGemina } from '../harness/index.js';

const publish = `mutation($id: ID!) { publishAgenda(meetingId: $id) { version changes publishedBy { name } } }`;
const read = `query($id: ID) { meeting(id: $id) { status agendaVersions { version changes }
  agenda { version published sessions { id title startsAt forecastStartsAt startedAt finishedAt notes } conflicts { kind message sessions { title } } } } }`;
const edit = 'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }';
const changed = `subscription($id: ID!) { agendaChanged(meetingId: $id) { version published sessions { title startedAt } conflicts { kind } } }`;
const start = 'mutation($id: ID!) { startSession(id: $id) { startedAt } }';
const finish = 'mutation($id: ID!) { finishSession(id: $id) { finishedAt } }';

describe('an agenda from draft to published versions', () => {
  let gemina: Gemina;
  let organiser: Organiser;
  let reader: Member;

  before(async () => {
    gemina = await startGemina();
    organiser = await anOrganiser(gemina.app, { name: 'Olga Organiser' });
    reader = await member(gemina.app);
  });
  after(() => gemina.stop());

  const agenda = async (id: string, token: string | null): Promise<Data> =>
    (await gemina.ask(read, { id }, token))['meeting'].agenda as Data;
  const titles = (seen: Data): string[] => (seen['sessions'] as Data[]).map((session) => session['title'] as string);

  it('is the draft to those who plan it, and to everyone else what was published last', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    const { id: sessionId } = await aSession(gemina.app, organiser, { meetingId: id });

    const { publishAgenda } = await gemina.ask(publish, { id }, organiser.token);
    await gemina.ask(edit, { input: { id: sessionId, title: 'Opening' } }, organiser.token);

    assert.deepEqual(publishAgenda, {
      version: 1,
      changes: ['The agenda is published: one session.'],
      publishedBy: { name: 'Olga Organiser' },
    });
    const [draft, public_] = [await agenda(id, organiser.token), await agenda(id, null)];
    assert.deepEqual([draft['version'], draft['published'], titles(draft)], [2, false, ['Opening']]);
    assert.deepEqual([public_['version'], public_['published'], titles(public_)], [1, true, ['Welcome']]);
  });

  it('is public from the first publication on, and before that nothing to people who do not plan it', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    await aSession(gemina.app, organiser, { meetingId: id });

    const before = await agenda(id, reader.token);
    const hidden = (await gemina.ask(read, { id }))['meeting'] as Data | null;
    await aPublishedAgenda(gemina.app, organiser, id);

    assert.deepEqual([before['version'], before['published'], before['sessions']], [0, false, []]);
    assert.equal(hidden, null);
    assert.deepEqual(titles(await agenda(id, null)), ['Welcome']);
  });

  it('says what each version changed, in the language of the one who reads it', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    const moved = await aSession(gemina.app, organiser, { meetingId: id, title: 'Moved' });
    const dropped = await aSession(gemina.app, organiser, { meetingId: id, title: 'Dropped' });
    await gemina.ask(publish, { id }, organiser.token);
    const { addRoom } = await gemina.ask(
      'mutation($id: ID!) { addRoom(input: { meetingId: $id, name: "Green hall" }) { id } }',
      { id },
      organiser.token,
    );
    await gemina.ask(
      edit,
      { input: { id: moved.id, startsAt: '2027-05-20T09:15:00Z', roomId: addRoom.id } },
      organiser.token,
    );
    await gemina.ask('mutation($id: ID!) { removeSession(id: $id) }', { id: dropped.id }, organiser.token);
    await aSession(gemina.app, organiser, { meetingId: id, title: 'New', startsAt: null });

    const { publishAgenda } = await gemina.ask(publish, { id }, organiser.token);
    const inGerman = await gemina.graphql(read, { id }, null, { 'accept-language': 'de-AT,de;q=0.9' });

    assert.deepEqual(publishAgenda.changes, [
      '“Moved” has moved from 20 May 2027 at 09:00 CEST to 20 May 2027 at 11:15 CEST.',
      '“Moved” is in Green hall.',
      '“New” is new.',
      '“Dropped” has been dropped (it was planned for 20 May 2027 at 09:00 CEST).',
    ]);
    const versions = inGerman.data?.['meeting'].agendaVersions as Data[];
    assert.deepEqual(
      versions.map((version) => version['version'] as number),
      [1, 2],
    );
    assert.match(versions[1]?.['changes'][0] as string, /^„Moved“ ist von .*09:00.* auf .*11:15.* verlegt\.$/);
  });

  it('is published only when something has changed, once for each change, also by two at once', async () => {
    const { id } = await aMeeting(gemina.app, organiser);

    assert.equal(await gemina.refusal(publish, { id }, organiser.token), 'CONFLICT', 'there is nothing yet');
    await aSession(gemina.app, organiser, { meetingId: id });
    const both = await Promise.all([1, 2].map(() => gemina.graphql(publish, { id }, organiser.token)));

    assert.deepEqual(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort(), ['CONFLICT', 'done']);
    assert.equal(await gemina.refusal(publish, { id }, reader.token), 'FORBIDDEN');
  });

  it('stands once it is published: the database itself refuses to change it', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    await aSession(gemina.app, organiser, { meetingId: id });
    await aPublishedAgenda(gemina.app, organiser, id);
    const database = new Client({ connectionString: gemina.databaseUrl });
    await database.connect();

    await assert.rejects(
      database.query(`update published_session set title = 'x' where meeting_id = $1`, [id]),
      /is not changed/,
    );
    await assert.rejects(
      database.query(`update agenda_version set changes = '[]' where meeting_id = $1`, [id]),
      /is not changed/,
    );
    await database.end();
  });

  it('tells planners, and only them, what does not fit', async () => {
    const series = await aSeries(gemina.app, organiser);
    const { id } = await aMeeting(gemina.app, organiser, { seriesId: series.id });
    const { addRoom } = await gemina.ask(
      'mutation($id: ID!) { addRoom(input: { meetingId: $id, name: "Hall", capacity: 10 }) { id } }',
      { id },
      organiser.token,
    );
    const inHall = { meetingId: id, roomId: addRoom.id, speakerIds: [reader.id] };
    await aSession(gemina.app, organiser, { ...inHall, title: 'One' });
    await aSession(gemina.app, organiser, {
      ...inHall,
      title: 'Two',
      capacity: 11,
      startsAt: new Date('2027-05-20T07:29:00Z'),
    });
    await aSession(gemina.app, organiser, { meetingId: id, title: 'Late', startsAt: new Date('2027-05-20T14:45:00Z') });

    const draft = await agenda(id, organiser.token);
    await aPublishedAgenda(gemina.app, organiser, id);

    assert.deepEqual(
      (draft['conflicts'] as Data[]).map(
        ({ kind, message, sessions }) => [kind, message, (sessions as Data[]).length] as unknown,
      ),
      [
        ['ROOM_CLASH', '“One” and “Two” are in Hall at the same time.', 2],
        ['PERSON_CLASH', `${reader.person.name} is in “One” and “Two” at the same time.`, 2],
        ['OUTSIDE_MEETING', '“Late” lies outside of the meeting’s times.', 1],
        ['OVER_CAPACITY', '“Two” is for 11 people, Hall has 10 places.', 1],
        [
          'MISSING_STANDING_ITEM',
          'Every meeting of this series has “Cross-national exchange of good practices”: give it a time.',
          1,
        ],
        ['UNSCHEDULED', '“Cross-national exchange of good practices” has no time yet.', 1],
      ],
    );
    assert.deepEqual((await agenda(id, null))['conflicts'], []);
  });

  it('comes live: the draft to planners at each change, what is published to everyone else', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    const session = await aSession(gemina.app, organiser, { meetingId: id });
    const planner = await gemina.subscribe(changed, { id }, organiser.token);
    const follower = await gemina.subscribe(changed, { id }, reader.token);

    await gemina.ask(edit, { input: { id: session.id, title: 'Opening', startsAt: null } }, organiser.token);
    const drafted = (await planner.next()).data?.['agendaChanged'] as Data;
    await gemina.ask(publish, { id }, organiser.token);
    const published = (await follower.next()).data?.['agendaChanged'] as Data;
    await gemina.ask(start, { id: session.id }, organiser.token);
    const begun = (await follower.next()).data?.['agendaChanged'] as Data;

    assert.deepEqual(drafted, {
      version: 1,
      published: false,
      sessions: [{ title: 'Opening', startedAt: null }],
      conflicts: [{ kind: 'UNSCHEDULED' }],
    });
    assert.deepEqual(published, {
      version: 1,
      published: true,
      sessions: [{ title: 'Opening', startedAt: null }],
      conflicts: [],
    });
    assert.match(begun['sessions'][0].startedAt as string, /Z$/);
    assert.equal(follower.waiting.length, 0);
  });

  it('is followed by nobody who may not see the meeting, and by no planner whose right has ended', async () => {
    const host = await aCity(gemina.app);
    const ofHost = await member(gemina.app);
    const membership = await aMembership(gemina.app, { personId: ofHost.id, bodyId: host.id });
    const { id } = await aMeeting(gemina.app, organiser, { hostId: host.id });
    const session = await aSession(gemina.app, organiser, { meetingId: id });

    const stranger = await gemina.subscribe(changed, { id }, null);
    const planner = await gemina.subscribe(changed, { id }, ofHost.token);
    await gemina.ask('mutation($id: ID!) { endMembership(id: $id) { status } }', { id: membership.id }, ofHost.token);
    await gemina.ask(edit, { input: { id: session.id, title: 'Secret' } }, organiser.token);

    assert.equal((await stranger.next()).errors?.[0]?.extensions.code, 'NOT_FOUND');
    const last = await planner.next();
    assert.equal(last.errors?.[0]?.extensions.code, 'NOT_FOUND');
    assert.equal(last.data?.['agendaChanged'] ?? null, null);
  });
});

describe('an agenda as people write it', () => {
  let gemina: Gemina;
  let organiser: Organiser;
  const text = readFileSync(new URL('../../libs/meetings/data/agenda-brussels-2019.txt', import.meta.url), 'utf8');
  const fields =
    'title kind startsAt minutes room { name } speakerNames moderatorNames questions parallelSet standingItem { title }';

  before(async () => {
    gemina = await startGemina();
    organiser = await anOrganiser(gemina.app);
  });
  after(() => gemina.stop());

  const inBrussels = (seriesId?: string) =>
    aMeeting(gemina.app, organiser, {
      seriesId: seriesId ?? null,
      timeZone: 'Europe/Brussels',
      startsAt: new Date('2019-11-27T18:00:00Z'),
      endsAt: new Date('2019-11-28T16:10:00Z'),
    });

  it('is read for review without being kept', async () => {
    const { id } = await inBrussels();

    const { readAgendaText } = await gemina.ask(
      `mutation($id: ID!, $text: String!) { readAgendaText(meetingId: $id, text: $text) { id ${fields} } }`,
      { id, text },
      organiser.token,
    );

    assert.equal(readAgendaText.length, 17);
    assert.equal(readAgendaText[0].startsAt, '2019-11-27T18:00:00.000Z', '19.00 in Brussels');
    assert.equal(readAgendaText[0].room.name, 'Room France');
    const { meeting } = await gemina.ask(read, { id }, organiser.token);
    assert.deepEqual(meeting.agenda.sessions, []);
  });

  it('becomes a draft without conflicts, and is not doubled when it is imported again', async () => {
    const { id } = await inBrussels();
    const importing = `mutation($id: ID!, $text: String!) { importAgenda(meetingId: $id, text: $text) { version published sessions { ${fields} } conflicts { kind message } } }`;

    const { importAgenda } = await gemina.ask(importing, { id, text }, organiser.token);
    const again = (await gemina.ask(importing, { id, text }, organiser.token))['importAgenda'] as Data;

    assert.equal(importAgenda.sessions.length, 17);
    assert.deepEqual(importAgenda.conflicts, []);
    const [experts, practitioners] = (importAgenda.sessions as Data[]).filter(({ kind }) => kind === 'WORKING_GROUP');
    assert.equal(experts?.['parallelSet'], practitioners?.['parallelSet']);
    assert.equal(experts?.['questions'].length, 3);
    assert.deepEqual(again['sessions'], importAgenda.sessions);
  });

  it('gives the standing item its time instead of a second one', async () => {
    const series = await aSeries(gemina.app, organiser);
    const { id } = await inBrussels(series.id);

    const { importAgenda } = await gemina.ask(
      `mutation($id: ID!, $text: String!) { importAgenda(meetingId: $id, text: $text) { sessions { ${fields} } } }`,
      { id, text: '28 November 2019\n10.00 - 10.45 CROSS-NATIONAL EXCHANGE OF GOOD PRACTICES\nAnna Bell, Graz' },
      organiser.token,
    );

    assert.deepEqual(
      (importAgenda.sessions as Data[]).map(
        ({ title, startsAt, minutes, standingItem, speakerNames }) =>
          [title, startsAt, minutes, standingItem?.title, speakerNames] as unknown,
      ),
      [
        [
          'Cross-national exchange of good practices',
          '2019-11-28T09:00:00.000Z',
          45,
          'Cross-national exchange of good practices',
          ['Anna Bell, Graz'],
        ],
      ],
    );
  });

  it('is refused where there is no session in it, or it is not an agenda by its length', async () => {
    const { id } = await inBrussels();
    const importing = 'mutation($id: ID!, $text: String!) { importAgenda(meetingId: $id, text: $text) { version } }';

    assert.equal(
      await gemina.refusal(importing, { id, text: 'Dear all,\nsee you soon.' }, organiser.token),
      'BAD_USER_INPUT',
    );
    assert.equal(
      await gemina.refusal(importing, { id, text: '9.00 A\n'.repeat(10_000) }, organiser.token),
      'BAD_USER_INPUT',
    );
    assert.equal(
      await gemina.refusal(importing, { id, text: '9.00 A\n'.repeat(301) }, organiser.token),
      'BAD_USER_INPUT',
    );
    const { meeting } = await gemina.ask(read, { id }, organiser.token);
    assert.deepEqual(meeting.agenda.sessions, []);
  });
});

describe('the day of a meeting', () => {
  let gemina: Gemina;
  let organiser: Organiser;

  before(async () => {
    gemina = await startGemina();
    organiser = await anOrganiser(gemina.app);
  });
  after(() => gemina.stop());

  it('starts with its first session, and forecasts how late the rest will be', async () => {
    const { id } = await aMeeting(gemina.app, organiser);
    const first = await aSession(gemina.app, organiser, { meetingId: id });
    await aSession(gemina.app, organiser, {
      meetingId: id,
      title: 'Panel',
      startsAt: new Date('2027-05-20T07:30:00Z'),
    });
    await aSession(gemina.app, organiser, {
      meetingId: id,
      title: 'After a gap',
      startsAt: new Date('2027-05-20T09:00:00Z'),
    });
    await aPublishedAgenda(gemina.app, organiser, id);
    gemina.clock.set('2027-05-20T07:20:00Z');
    const organiserNow = await anOrganiser(gemina.app); // sessions of people end with time, too

    await gemina.ask(start, { id: first.id }, organiserNow.token);

    const { meeting } = await gemina.ask(read, { id });
    assert.equal(meeting.status, 'RUNNING');
    assert.deepEqual(
      (meeting.agenda.sessions as Data[]).map(
        ({ title, startedAt, forecastStartsAt }) => [title, startedAt, forecastStartsAt] as unknown,
      ),
      [
        ['Welcome', '2027-05-20T07:20:00.000Z', null],
        ['Panel', null, '2027-05-20T07:50:00.000Z'],
        ['After a gap', null, '2027-05-20T09:00:00.000Z'],
      ],
    );
    assert.equal(await gemina.refusal(start, { id: first.id }, organiserNow.token), 'INVALID_TRANSITION');
    gemina.clock.set('2027-05-20T07:40:00Z');
    const { finishSession } = await gemina.ask(finish, { id: first.id }, organiserNow.token);
    assert.equal(finishSession.finishedAt, '2027-05-20T07:40:00.000Z');
    assert.equal(await gemina.refusal(finish, { id: first.id }, organiserNow.token), 'INVALID_TRANSITION');
    const { meeting: later } = await gemina.ask(read, { id });
    assert.equal(later.agenda.sessions[1].forecastStartsAt, '2027-05-20T07:40:00.000Z');
  });
});
