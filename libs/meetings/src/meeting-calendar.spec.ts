import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { calendarOf, type CalendarMeeting } from './meeting-calendar.js';

const meeting: CalendarMeeting = {
  id: '0193a5c0-0000-7000-8000-000000000001',
  title: 'Expert meeting on human rights cities',
  status: 'INVITING',
  startsAt: new Date('2019-11-27T18:00Z'),
  endsAt: new Date('2019-11-28T16:10Z'),
  timeZone: 'Europe/Brussels',
  location: 'European Economic and Social Committee, Rue de Trèves 74; 1000 Brussels',
  description: 'Cities, experts\nand a \\ backslash.',
  url: 'https://gemina.example/meetings/expert-meeting',
  organizer: { name: 'Expert meeting', email: 'expert-meeting@lists.example' },
  revision: 3,
  createdAt: new Date('2019-09-01T10:00Z'),
  changedAt: new Date('2019-10-01T10:00Z'),
  sessions: [
    {
      id: '0193a5c0-0000-7000-8000-000000000002',
      title: 'Welcoming remarks',
      startsAt: new Date('2019-11-28T08:00Z'),
      minutes: 10,
      location: 'TRE7701',
      description: 'Conny Reuter – '.repeat(20),
    },
  ],
  withdrawn: [],
};

const [welcome] = meeting.sessions;
const read = (text: string) => ICAL.Component.fromString(text);
const events = (text: string) => read(text).getAllSubcomponents('vevent');
const value = (component: ICAL.Component | undefined, property: string) =>
  String(component?.getFirstPropertyValue(property));

describe('calendarOf', () => {
  const text = calendarOf('Expert meeting', 'Europe/Brussels', [meeting]);
  const [whole, session] = events(text);

  it('is one VCALENDAR with what RFC 5545 and 5546 require', () => {
    const calendar = read(text);

    assert.equal(calendar.name, 'vcalendar');
    assert.equal(value(calendar, 'version'), '2.0');
    assert.equal(value(calendar, 'method'), 'PUBLISH');
    assert.match(value(calendar, 'prodid'), /Gemina/);
    for (const event of events(text)) {
      for (const property of ['uid', 'dtstamp', 'dtstart', 'summary', 'organizer', 'sequence']) {
        assert.equal(event.getAllProperties(property).length, 1, property);
      }
      assert.equal(event.getAllProperties('attendee').length, 0);
    }
  });

  it('ends every line in CRLF and folds it at 75 octets', () => {
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!line.includes('\n') && !line.includes('\r'));
    }
  });

  it('gives times as wall times, with the zone that another program needs to read them', () => {
    assert.match(text, /DTSTART;TZID=Europe\/Brussels:20191127T190000\r\n/);
    assert.match(text, /DTEND;TZID=Europe\/Brussels:20191128T171000\r\n/);
    const zone = new ICAL.Timezone(read(text).getFirstSubcomponent('vtimezone') ?? undefined);
    const start = session?.getFirstPropertyValue('dtstart') as ICAL.Time;
    start.zone = zone;
    assert.equal(start.toUnixTime(), Date.parse('2019-11-28T08:00Z') / 1000);
  });

  it('stamps in UTC with the moment of the version', () => {
    assert.match(text, /DTSTAMP:20191001T100000Z\r\n/);
    assert.match(text, /LAST-MODIFIED:20191001T100000Z\r\n/);
    assert.equal(value(session, 'sequence'), '3');
  });

  it('names meeting and session by their ids, for good', () => {
    assert.equal(value(whole, 'uid'), meeting.id);
    assert.equal(value(session, 'uid'), welcome?.id);
  });

  it('keeps what is special in texts', () => {
    assert.equal(value(whole, 'location'), meeting.location);
    assert.equal(value(whole, 'description'), meeting.description);
    assert.equal(value(whole, 'url'), meeting.url);
    assert.equal(value(session, 'description'), welcome?.description);
  });

  it('gives equal bytes for equal facts', () => {
    assert.equal(calendarOf('Expert meeting', 'Europe/Brussels', [meeting]), text);
  });

  it('does not let the whole meeting take up a day that its sessions take up', () => {
    assert.equal(value(whole, 'transp'), 'TRANSPARENT');
    assert.equal(value(session, 'transp'), 'OPAQUE');
  });

  it('calls everything off with the meeting', () => {
    const cancelled = calendarOf('Expert meeting', 'Europe/Brussels', [
      { ...meeting, status: 'CANCELLED', revision: 4 },
    ]);

    assert.deepEqual(
      events(cancelled).map((event) => [value(event, 'status'), value(event, 'sequence')]),
      [
        ['CANCELLED', '4'],
        ['CANCELLED', '4'],
      ],
    );
  });

  it('calls off a session that an earlier version had', () => {
    const later = calendarOf('Expert meeting', 'Europe/Brussels', [
      { ...meeting, sessions: [], withdrawn: meeting.sessions },
    ]);

    assert.deepEqual(
      events(later).map((event) => [value(event, 'uid'), value(event, 'status')]),
      [
        [meeting.id, 'CONFIRMED'],
        [welcome?.id, 'CANCELLED'],
      ],
    );
  });

  it('is sound before there is a date', () => {
    const undated = calendarOf('Expert meeting', 'Europe/Brussels', [
      { ...meeting, startsAt: null, endsAt: null, sessions: [] },
    ]);

    assert.deepEqual(
      read(undated)
        .getAllSubcomponents()
        .map(({ name }) => name),
      ['vtimezone'],
    );
  });

  it('lets no name break out of its line', () => {
    const sly = calendarOf('A\r\nX-EVIL:1, B;\u0007', 'Europe/Brussels', [
      { ...meeting, title: 'A\r\nATTENDEE:mailto:x@example.org' },
    ]);

    assert.match(sly, /\r\nX-WR-CALNAME:A\\nX-EVIL:1\\, B\\;\r\n/);
    assert.equal(read(sly).getFirstProperty('x-evil'), null);
    assert.equal(events(sly)[0]?.getAllProperties('attendee').length, 0);
  });

  it('describes the zone of every meeting of a series', () => {
    const next = { ...meeting, id: '0193a5c0-0000-7000-8000-000000000009', timeZone: 'Europe/Kyiv', sessions: [] };
    const zones = read(calendarOf('Series', 'Europe/Brussels', [meeting, next])).getAllSubcomponents('vtimezone');

    assert.deepEqual(zones.map((zone) => value(zone, 'tzid')).sort(), ['Europe/Brussels', 'Europe/Kyiv']);
  });
});
