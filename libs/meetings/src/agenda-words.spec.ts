import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Language } from '#platform/language';
import { AgendaWords } from './agenda-words.js';

const words = new AgendaWords(new Language());
const zone = 'Europe/Brussels';

describe('AgendaWords', () => {
  it('says a move with both times on the meeting’s own clocks', () => {
    const moved = {
      what: 'MOVED',
      title: 'Lunch',
      from: '2019-11-28T11:30:00.000Z',
      at: '2019-11-28T12:00:00.000Z',
    } as const;

    const said = words.change(moved, zone, 'en');

    assert.match(said, /^“Lunch” has moved from .*12:30.* to .*13:00/);
  });

  it('says nothing of a time that is not there', () => {
    assert.equal(words.change({ what: 'ADDED', title: 'Lunch', at: null }, zone, 'en'), '“Lunch” is new.');
    assert.equal(
      words.change({ what: 'ROOM', title: 'Lunch', from: null, room: null }, zone, 'de'),
      '„Lunch“ hat vorerst keinen Raum.',
    );
    assert.equal(
      words.change({ what: 'ROOM', title: 'Lunch', from: 'A', room: 'B' }, zone, 'en'),
      '“Lunch” is in B instead of A.',
    );
  });

  it('counts as each language does', () => {
    assert.equal(words.change({ what: 'FIRST', count: 1 }, zone, 'fr'), 'L’ordre du jour est publié : une séance.');
    assert.equal(
      words.change({ what: 'FIRST', count: 17 }, zone, 'de'),
      'Die Tagesordnung ist veröffentlicht: 17 Programmpunkte.',
    );
  });

  it('names the person and both sessions of a clash', () => {
    const clash = {
      kind: 'PERSON_CLASH',
      personId: 'x',
      titles: ['Lunch', 'Panel'],
      sessionIds: [] as string[],
    } as const;

    assert.equal(
      words.conflict({ ...clash, titles: ['Lunch', 'Panel'] }, 'Anna Bell', 'en'),
      'Anna Bell is in “Lunch” and “Panel” at the same time.',
    );
  });

  it('takes titles for what they are, whatever signs they hold', () => {
    const said = words.conflict({ kind: 'UNSCHEDULED', title: '{x} <b> ’{', sessionIds: [] }, '', 'en');

    assert.equal(said, '“{x} <b> ’{” has no time yet.');
  });
});
