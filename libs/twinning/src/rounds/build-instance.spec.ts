import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OfferWithThemes } from '../mentor-offer.queries.js';
import { type Theme } from '../suggestion-score.js';
import { buildInstance, type RoundFacts } from './build-instance.js';
import { type CityStanding } from './ranking-rules.js';

const offer = (
  cityId: string,
  capacity: number,
  themes: [theme: Theme, places: number | null, taken?: number][],
  said: Partial<OfferWithThemes> = {},
): OfferWithThemes => ({
  id: cityId,
  cityId,
  languages: [],
  formats: [],
  about: null,
  open: true,
  capacity,
  activeCount: 0,
  completedCount: 0,
  updatedAt: new Date(0),
  themePlaces: themes.map(([theme, places, activeCount = 0]) => ({ theme, places, activeCount, completedCount: 0 })),
  ...said,
});

const asks = (...themes: Theme[]): CityStanding => ({ asks: themes, offers: [], places: null });
const offers = (...themes: Theme[]): CityStanding => ({ asks: [], offers: themes, places: { capacity: 1, free: 1 } });

const facts = (said: Partial<RoundFacts>): RoundFacts => ({
  rankings: [
    { cityId: 'l', side: 'LEARNER', ranking: [['m', 'n']] },
    { cityId: 'm', side: 'MENTOR', ranking: [['l']] },
  ],
  offers: [offer('m', 1, [['HOUSING', null]]), offer('n', 2, [['HOUSING', null]])],
  standings: new Map([
    ['l', asks('HOUSING')],
    ['m', offers('HOUSING')],
    ['n', offers('HOUSING')],
  ]),
  seed: 's',
  ...said,
});

describe('the instance of a round', () => {
  it('holds who ranks and who is ranked, sorted, with one pool where no theme has places of its own', () => {
    const { learners, mentors, learnerRankings, mentorRankings } = buildInstance(facts({}));

    assert.deepEqual(learners, ['l']);
    assert.deepEqual(mentors, [
      { id: 'm', capacity: 1 },
      { id: 'n', capacity: 2 },
    ]);
    assert.deepEqual(learnerRankings.get('l'), [
      [
        { mentor: 'm', theme: null },
        { mentor: 'n', theme: null },
      ],
    ]);
    assert.deepEqual([...mentorRankings], [['m', [['l']]]]);
  });

  it('counts places that are free, and none where the offer is paused', () => {
    const places = [
      offer('m', 3, [['HOUSING', 2, 1]], { activeCount: 1 }),
      offer('n', 2, [['HOUSING', null]], { open: false }),
    ];

    const { mentors } = buildInstance(facts({ offers: places }));

    assert.deepEqual(mentors, [
      { id: 'm', capacity: 2, themes: [{ theme: 'HOUSING', places: 1 }] },
      { id: 'n', capacity: 0 },
    ]);
  });

  it('ranks each theme that the learner asks for alike, where a mentor has places by theme', () => {
    const standings = new Map([
      ['l', asks('HOUSING', 'HEALTH', 'ROMA')],
      ['m', offers('HEALTH', 'HOUSING')],
    ]);

    const { learnerRankings } = buildInstance(
      facts({
        standings,
        offers: [
          offer('m', 2, [
            ['HEALTH', 1],
            ['HOUSING', null],
          ]),
        ],
      }),
    );

    assert.deepEqual(learnerRankings.get('l'), [
      [
        { mentor: 'm', theme: 'HOUSING' },
        { mentor: 'm', theme: 'HEALTH' },
      ],
    ]);
  });

  it('leaves out choices with which nothing is shared any more, and moves the others up', () => {
    const rankings: RoundFacts['rankings'] = [
      { cityId: 'l', side: 'LEARNER', ranking: [['m'], ['n']] },
      { cityId: 'm', side: 'MENTOR', ranking: [['l']] },
    ];
    const standings = new Map([
      ['l', asks('HOUSING')],
      ['m', offers('HEALTH')],
      ['n', offers('HOUSING')],
    ]);

    const { learnerRankings, mentorRankings } = buildInstance(facts({ rankings, standings }));

    assert.deepEqual(learnerRankings.get('l'), [[{ mentor: 'n', theme: null }]]);
    assert.deepEqual(mentorRankings.get('m'), []);
  });
});
