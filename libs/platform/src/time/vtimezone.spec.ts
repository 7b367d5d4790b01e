import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { vtimezone } from './vtimezone.js';

const zones = [
  'Europe/Brussels',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Kyiv',
  'America/New_York',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Jerusalem',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'UTC',
];

/** The instant that ical.js reads from a wall time by a VTIMEZONE alone. */
function instantByComponent(component: string, wall: string): number {
  const zone = new ICAL.Timezone(ICAL.Component.fromString(component));
  const time = ICAL.Time.fromDateTimeString(wall);
  time.zone = zone;
  return time.toUnixTime();
}

describe('vtimezone', () => {
  for (const zone of zones) {
    it(`lets another library read wall times of ${zone} as this runtime does`, () => {
      const component = vtimezone(zone, new Date('2026-11-20T00:00Z'), new Date('2027-12-01T00:00Z'));

      for (let at = DateTime.fromISO('2026-11-20T12:00', { zone }); at.year < 2028; at = at.plus({ hours: 61 })) {
        const wall = at.toFormat("yyyy-MM-dd'T'HH:mm:ss");
        const alone = DateTime.fromISO(wall, { zone });
        if (alone.getPossibleOffsets().length > 1 || alone.toFormat("yyyy-MM-dd'T'HH:mm:ss") !== wall) continue;
        assert.equal(instantByComponent(component, wall), Math.floor(alone.toSeconds()), `${zone} ${wall}`);
      }
    });
  }

  it('writes the European rule as the last Sundays of March and October', () => {
    const component = vtimezone('Europe/Brussels', new Date('2019-11-27T18:00Z'), new Date('2019-11-28T16:10Z'));

    assert.match(component, /BEGIN:DAYLIGHT\r\nDTSTART:20180325T020000\r\nTZOFFSETFROM:\+0100\r\nTZOFFSETTO:\+0200/);
    assert.match(component, /TZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU/);
    assert.match(component, /BEGIN:STANDARD\r\nDTSTART:20181028T030000\r\nTZOFFSETFROM:\+0200\r\nTZOFFSETTO:\+0100/);
    assert.match(component, /TZNAME:CET\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU/);
  });

  it('writes the American rule as the second Sunday of March and the first of November', () => {
    const component = vtimezone('America/New_York', new Date('2026-06-01T00:00Z'), new Date('2026-06-02T00:00Z'));

    assert.match(component, /BYMONTH=3;BYDAY=2SU/);
    assert.match(component, /BYMONTH=11;BYDAY=1SU/);
  });

  it('says of a zone without summer time that one offset holds', () => {
    const component = vtimezone('Asia/Kolkata', new Date('2026-06-01T00:00Z'), new Date('2026-06-02T00:00Z'));

    assert.equal(component.match(/BEGIN:STANDARD/g)?.length, 1);
    assert.doesNotMatch(component, /DAYLIGHT|RRULE/);
    assert.match(component, /TZOFFSETTO:\+0530/);
  });
});
