import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAgenda } from './agenda-text.js';

const brussels = readFileSync(new URL('../data/agenda-brussels-2019.txt', import.meta.url), 'utf8');

describe('readAgenda on the agenda of the expert meeting in Brussels, 2019', () => {
  const sessions = readAgenda(brussels, '2019-11-27');
  const at = (startsAt: string) => sessions.filter((session) => session.startsAt === startsAt);

  it('reads every time, however its hyphens and spaces are set', () => {
    assert.deepEqual(
      sessions.map(({ startsAt, minutes }) => `${startsAt} ${minutes}`),
      [
        '2019-11-27T19:00 120',
        '2019-11-28T08:30 30',
        '2019-11-28T09:00 10',
        '2019-11-28T09:10 20',
        '2019-11-28T09:30 30',
        '2019-11-28T10:00 90',
        '2019-11-28T10:00 90',
        '2019-11-28T11:30 60',
        '2019-11-28T12:30 80',
        '2019-11-28T13:50 25',
        '2019-11-28T14:15 25',
        '2019-11-28T14:40 50',
        '2019-11-28T15:30 20',
        '2019-11-28T15:50 10',
        '2019-11-28T16:00 35',
        '2019-11-28T16:00 35',
        '2019-11-28T16:50 20',
      ],
    );
  });

  it('writes titles in capitals as sentences, with their acronyms', () => {
    assert.equal(at('2019-11-28T09:10')[0]?.title, 'Objectives of the meeting and introduction to the agenda');
    assert.equal(at('2019-11-28T11:30')[0]?.title, 'Reporting back incl. Q&A');
    assert.equal(at('2019-11-28T14:15')[0]?.title, "The EESC's Group on fundamental rights and the rule of law");
  });

  it('tells kinds by their titles', () => {
    const kinds = Object.fromEntries(sessions.map(({ startsAt, kind }) => [startsAt.slice(8), kind]));

    assert.equal(kinds['27T19:00'], 'MEAL');
    assert.equal(kinds['28T08:30'], 'REGISTRATION');
    assert.equal(kinds['28T09:00'], 'PLENARY');
    assert.equal(kinds['28T10:00'], 'WORKING_GROUP');
    assert.equal(kinds['28T11:30'], 'REPORTING_BACK');
    assert.equal(kinds['28T15:30'], 'BREAK');
  });

  it('reads rooms', () => {
    assert.equal(at('2019-11-27T19:00')[0]?.room, 'Room France');
    assert.equal(at('2019-11-28T08:30')[0]?.room, 'TRE7701');
  });

  it('reads speakers, also where two of them and a document stand in one line', () => {
    assert.deepEqual(at('2019-11-28T09:00')[0]?.speakers, ['Conny Reuter, Co-Chair of Liaison Group at the EESC']);
    assert.deepEqual(at('2019-11-28T09:10')[0]?.speakers, [
      'Jonas Grimheden, FRA, Chair of the meeting',
      'Geraldine Guille, FRA',
    ]);
    assert.equal(at('2019-11-28T09:10')[0]?.about, 'Background information Expert meeting 28 November 2019.pdf');
    assert.match(at('2019-11-28T09:30')[0]?.speakers[0] ?? '', /^Birgit Van Hout, Regional Representative/);
  });

  it('makes groups that run side by side sessions of their own, each with its guiding questions', () => {
    const [experts, practitioners] = at('2019-11-28T10:00');

    assert.equal(experts?.title, 'Group 1: Human Rights Experts discussion');
    assert.equal(
      experts?.parallelSet,
      'What could a framework of commitments for European human rights cities entail?',
    );
    assert.equal(experts?.parallelSet, practitioners?.parallelSet);
    assert.equal(experts?.questions.length, 3);
    assert.equal(practitioners?.questions.length, 3);
    assert.match(practitioners?.questions[1] ?? '', /^What are successful way\(s\) of linking local governments' work/);
  });

  it('lets the parts of a session follow one another', () => {
    const [introduction] = at('2019-11-28T15:50');
    const groups = at('2019-11-28T16:00');

    assert.match(introduction?.title ?? '', /peer learning: Introduction and context$/);
    assert.deepEqual(introduction?.speakers, ['Geraldine Guille, FRA', 'Hans Sakkers, Utrecht']);
    assert.deepEqual(
      groups.map(({ moderators }) => moderators),
      [['Jonas Grimheden, FRA'], ['Shams Asadi, Vienna']],
    );
  });

  it('knows a moderator by the word behind the name, and a paragraph by its form', () => {
    assert.deepEqual(at('2019-11-28T14:40')[0]?.moderators, ['Frederique Hanotier, Human Rights Cities Network']);
    assert.match(at('2019-11-28T14:15')[0]?.about ?? '', /^The EESC FRRL Group is a forum/);
  });
});

describe('readAgenda', () => {
  it('takes times without an end to last until what follows', () => {
    const sessions = readAgenda('9h00 Accueil\n9h30 Discours de bienvenue\n11h00 Pause', '2026-11-19');

    assert.deepEqual(
      sessions.map(({ startsAt, minutes, kind }) => [startsAt, minutes, kind]),
      [
        ['2026-11-19T09:00', 30, 'REGISTRATION'],
        ['2026-11-19T09:30', 90, 'PLENARY'],
        ['2026-11-19T11:00', 30, 'BREAK'],
      ],
    );
  });

  it('reads German and French day headings, with the first day’s year where they name none', () => {
    const sessions = readAgenda(
      'Donnerstag, 19. November\n09:00 – 10:00 Uhr Begrüßung\nvendredi 20 novembre 2026\n9h-10h30 Table ronde',
      '2026-11-18',
    );

    assert.equal(sessions[0]?.startsAt, '2026-11-19T09:00');
    assert.equal(sessions[0]?.title, 'Begrüßung');
  });

  it('lets a session go on past midnight', () => {
    assert.equal(readAgenda('22:00 - 01:30 Reception', '2026-11-19')[0]?.minutes, 210);
  });

  it('finds nothing where there is no time of day', () => {
    assert.deepEqual(readAgenda('Minutes of the last meeting\n- nothing\n25:00 - 26:00 Night', '2026-11-19'), []);
  });

  it('reads any text within moments and gives sound sessions', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '09.00 - 10.00 A',
        'Group 1: X',
        'Intro (10 min)',
        '- a?',
        'Anna Bell, FRA',
        'Room: A',
        ', '.repeat(400),
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const session of readAgenda(pieces.join('\n'), '2026-11-19')) {
          assert.match(session.startsAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
          assert.ok(session.minutes >= 1 && session.minutes <= 24 * 60);
          assert.ok(session.title.trim().length > 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  for (const piece of ['Aa, ', 'A ', '(', 'A: ', '- A, ', 'Room A ', '09.00 - 10.00 A B, C\n', 'Part (5 min)\n']) {
    it(`is not held up by 50,000 characters of ${JSON.stringify(piece)}`, () => {
      const text = `09.00 - 10.00 A\n${piece.repeat(50_000 / piece.length)}`;
      const began = performance.now();

      readAgenda(text, '2026-11-19');

      assert.ok(performance.now() - began < 1500);
    });
  }
});
