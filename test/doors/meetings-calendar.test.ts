import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { aMeeting, anOrganiser, aPublishedAgenda, aSeries, aSession, type Organiser } from '#meetings/testing';
import { type Member, member } from '#people/testing';
import { type Gemina, startGemina } from '../harness/index.js';

const edit = 'mutation($input: UpdateSessionInput!) { updateSession(input: $input) { id } }';
const update = 'mutation($input: UpdateMeetingInput!) { updateMeeting(input: $input) { id } }';

/** Read as any calendar program would: by another library, with the zones that the file itself brings. */
interface Entry {
  uid: string;
  summary: string;
  start: string;
  status: string;
  sequence: number;
  location: string;
  description: string;
}

function entriesOf(text: string): Entry[] {
  const calendar = ICAL.Component.fromString(text);
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  );
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
    const zone = zones.get(String(event.getFirstProperty('dtstart')?.getFirstParameter('tzid')));
    assert.ok(zone, 'the file brings the zone that it names');
    start.zone = zone;
    const value = (name: string): string => String(event.getFirstPropertyValue(name) ?? '');
    return {
      uid: value('uid'),
      summary: value('summary'),
      start: start.toJSDate().toISOString(),
      status: value('status'),
      sequence: Number(value('sequence')),
      location: value('location'),
      description: value('description'),
    };
  });
}

describe('the calendar of a meeting', () => {
  let gemina: Gemina;
  let organiser: Organiser;
  let reader: Member;

  before(async () => {
    gemina = await startGemina({ GEMINA_URL: 'https://gemina.example', GEMINA_MAIL_DOMAIN: 'lists.example' });
    organiser = await anOrganiser(gemina.app);
    reader = await member(gemina.app, { name: 'Anna Bell' });
  });
  after(() => gemina.stop());

  const fetchCalendar = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gemina.url}/calendar/${path}.ics`, { headers });
  const entries = async (path: string): Promise<Entry[]> => entriesOf(await (await fetchCalendar(path)).text());

  it('has the meeting and each published session, with place and people', async () => {
    const { id, slug } = await aMeeting(gemina.app, organiser, { title: 'Expert meeting', venue: 'City Hall, Graz' });
    const { addRoom } = await gemina.ask(
      'mutation($id: ID!) { addRoom(input: { meetingId: $id, name: "Green hall" }) { id } }',
      { id },
      organiser.token,
    );
    const session = await aSession(gemina.app, organiser, {
      meetingId: id,
      title: 'Grüß Gott; welcome, all',
      roomId: addRoom.id as string,
      speakerIds: [reader.id],
      moderatorNames: ['Conny Reuter, EESC'],
    });
    await aPublishedAgenda(gemina.app, organiser, id);

    const response = await fetchCalendar(`meetings/${slug}`);
    const text = await response.text();
    const [whole, welcome] = entriesOf(text);

    assert.match(response.headers.get('content-type') ?? '', /^text\/calendar; charset=utf-8/);
    assert.deepEqual([whole?.uid, whole?.summary, whole?.location], [id, 'Expert meeting', 'City Hall, Graz']);
    assert.equal(welcome?.uid, session.id);
    assert.equal(welcome?.summary, 'Grüß Gott; welcome, all');
    assert.equal(welcome?.start, '2027-05-20T07:00:00.000Z');
    assert.equal(welcome?.location, 'Green hall, City Hall, Graz');
    assert.match(welcome?.description ?? '', /Speakers: Anna Bell\n\nModerators: Conny Reuter, EESC/);
    assert.match(text, /DTSTART;TZID=Europe\/Vienna:20270520T090000/, 'wall time');
    assert.match(text, /URL;VALUE=URI:https:\/\/gemina\.example\/meetings\/expert-meeting/);
    assert.match(text, /ORGANIZER;CN="Expert meeting":(MAILTO|mailto):expert-meeting@lists\.example/);
  });

  it('keeps UIDs and raises SEQUENCE with each version, and calls off what was dropped', async () => {
    const { id, slug } = await aMeeting(gemina.app, organiser);
    const moved = await aSession(gemina.app, organiser, { meetingId: id, title: 'Moved' });
    const dropped = await aSession(gemina.app, organiser, { meetingId: id, title: 'Dropped' });
    await aPublishedAgenda(gemina.app, organiser, id);
    const before = await entries(`meetings/${slug}`);

    await gemina.ask(edit, { input: { id: moved.id, startsAt: '2027-05-20T10:00:00Z' } }, organiser.token);
    await gemina.ask('mutation($id: ID!) { removeSession(id: $id) }', { id: dropped.id }, organiser.token);
    const drafted = await entries(`meetings/${slug}`);
    await aPublishedAgenda(gemina.app, organiser, id);
    const afterwards = await entries(`meetings/${slug}`);

    assert.deepEqual(drafted, before, 'a draft changes no calendar');
    assert.deepEqual(afterwards.map(({ uid }) => uid).sort(), before.map(({ uid }) => uid).sort());
    assert.ok(afterwards.every(({ sequence }) => sequence > (before[0]?.sequence ?? Infinity)));
    const find = (uid: string) => afterwards.find((entry) => entry.uid === uid);
    assert.deepEqual([find(moved.id)?.start, find(moved.id)?.status], ['2027-05-20T10:00:00.000Z', 'TENTATIVE']);
    assert.equal(find(dropped.id)?.status, 'CANCELLED');
  });

  it('calls everything off with the meeting, under a higher SEQUENCE', async () => {
    const { id, slug } = await aMeeting(gemina.app, organiser);
    await aSession(gemina.app, organiser, { meetingId: id });
    await aPublishedAgenda(gemina.app, organiser, id);
    await gemina.ask(update, { input: { id, status: 'INVITING' } }, organiser.token);
    const before = await entries(`meetings/${slug}`);

    await gemina.ask(update, { input: { id, status: 'CANCELLED' } }, organiser.token);
    const afterwards = await entries(`meetings/${slug}`);

    assert.deepEqual(new Set(before.map(({ status }) => status)), new Set(['CONFIRMED']));
    assert.deepEqual(new Set(afterwards.map(({ status }) => status)), new Set(['CANCELLED']));
    assert.ok((afterwards[0]?.sequence ?? 0) > (before[0]?.sequence ?? Infinity));
  });

  it('is sent again only when it has changed', async () => {
    const { id, slug } = await aMeeting(gemina.app, organiser);
    await aSession(gemina.app, organiser, { meetingId: id });
    await aPublishedAgenda(gemina.app, organiser, id);
    const first = await fetchCalendar(`meetings/${slug}`);
    const tag = first.headers.get('etag') ?? '';

    const again = await fetchCalendar(`meetings/${slug}`, { 'if-none-match': `"other", W/${tag}` });
    await gemina.ask(update, { input: { id, venue: 'Elsewhere' } }, organiser.token);
    const changed = await fetchCalendar(`meetings/${slug}`, { 'if-none-match': tag });

    assert.match(tag, /^"[\w-]+"$/);
    assert.deepEqual([again.status, await again.text()], [304, '']);
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), tag);
  });

  it('is there for whoever may see the meeting, and for nobody else', async () => {
    const { id, slug } = await aMeeting(gemina.app, organiser);
    await aSession(gemina.app, organiser, { meetingId: id, title: 'Draft only' });

    const signedOut = await fetchCalendar(`meetings/${slug}`);
    const planner = await fetchCalendar(`meetings/${slug}`, { authorization: `Bearer ${organiser.token}` });

    assert.equal(signedOut.status, 404);
    assert.deepEqual(
      entriesOf(await planner.text()).map(({ uid }) => uid),
      [id],
      'drafts are in no calendar',
    );
    for (const path of [
      'meetings/nothing-here',
      'series/nothing-here',
      'meetings/..%2f..%2fetc',
      `meetings/${'a'.repeat(90)}`,
    ]) {
      const answer = await fetchCalendar(path);
      assert.ok(answer.status === 404 || answer.status === 414, `${path.slice(0, 40)}: ${answer.status}`);
    }
  });

  it('holds all meetings of a series, each on the clocks of its own place', async () => {
    const series = await aSeries(gemina.app, organiser);
    const here = await aMeeting(gemina.app, organiser, { seriesId: series.id, title: 'Vienna' });
    const there = await aMeeting(gemina.app, organiser, {
      seriesId: series.id,
      title: 'Kyiv in winter',
      timeZone: 'Europe/Kyiv',
      startsAt: new Date('2028-01-20T07:00:00Z'),
      endsAt: new Date('2028-01-20T15:00:00Z'),
    });
    await gemina.ask(update, { input: { id: here.id, status: 'INVITING' } }, organiser.token);
    await gemina.ask(update, { input: { id: there.id, status: 'INVITING' } }, organiser.token);

    const text = await (await fetchCalendar(`series/${series.slug}`)).text();

    assert.deepEqual(
      entriesOf(text)
        .map(({ summary, start }) => [summary, start])
        .sort(),
      [
        ['Kyiv in winter', '2028-01-20T07:00:00.000Z'],
        ['Vienna', '2027-05-20T07:00:00.000Z'],
      ],
    );
    assert.match(text, /DTSTART;TZID=Europe\/Kyiv:20280120T090000/);
  });
});
