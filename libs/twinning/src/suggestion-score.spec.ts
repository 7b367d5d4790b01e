import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  SUGGESTION_WEIGHTS,
  rankSuggestions,
  scoreSuggestion,
  type CityFacts,
  type LearningNeed,
  type MatchFactorKind,
  type MentorCandidate,
  type OfferFacts,
  type Suggestion,
} from './suggestion-score.js';

const themes = ['HOUSING', 'PARTICIPATION', 'RACISM', 'YOUTH', 'HEALTH'] as const;
const formats = ['ONLINE_SESSION', 'STUDY_VISIT', 'WORKSHOP'] as const;
const kinds = ['CITY', 'MUNICIPALITY', 'DISTRICT', 'COUNTY', 'REGION', 'RURAL_COMMUNITY'] as const;

const ghent: CityFacts = {
  country: 'BE',
  kind: 'CITY',
  population: 231_493,
  location: { latitude: 51.05, longitude: 3.71667 },
};
const need: LearningNeed = {
  cityId: 'ghent',
  themes: ['HOUSING', 'PARTICIPATION'],
  languages: ['nl', 'en'],
  formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
};
const utrechtOffer: OfferFacts = {
  themes: ['HOUSING', 'PARTICIPATION'],
  places: null,
  languages: ['en', 'nl'],
  formats: ['ONLINE_SESSION', 'STUDY_VISIT'],
  capacity: 2,
  activeCount: 0,
  open: true,
};
const utrecht: MentorCandidate = {
  city: {
    id: 'utrecht',
    name: 'Utrecht',
    country: 'NL',
    kind: 'CITY',
    population: 290_529,
    location: { latitude: 52.09083, longitude: 5.12222 },
  },
  offer: utrechtOffer,
  experience: { completed: 2, completedByTheme: { HOUSING: 2 } },
};
const offering = (offer: Partial<OfferFacts>): MentorCandidate => ({
  ...utrecht,
  offer: { ...utrechtOffer, ...offer },
});
const living = (city: Partial<CityFacts>): MentorCandidate => ({ ...utrecht, city: { ...utrecht.city, ...city } });
const suggest = (candidate: MentorCandidate, asked: LearningNeed = need, learner: CityFacts = ghent): Suggestion => {
  const suggestion = scoreSuggestion(asked, learner, candidate);
  assert.ok(suggestion);
  return suggestion;
};
const factor = (suggestion: Suggestion, kind: MatchFactorKind) => {
  const found = suggestion.factors.find((candidate) => candidate.kind === kind);
  assert.ok(found, `${kind} is left out`);
  return found;
};

const city = fc.record({
  country: fc.constantFrom('BE', 'NL', 'AT'),
  kind: fc.constantFrom(...kinds),
  population: fc.option(fc.integer({ min: 0, max: 13_000_000 })),
  location: fc.option(
    fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  ),
});
const anyNeed = fc.record({
  cityId: fc.constantFrom('a', 'b', 'c'),
  themes: fc.array(fc.constantFrom(...themes), { maxLength: 6 }),
  languages: fc.array(fc.constantFrom('de', 'de-AT', 'en', 'FR', 'nl'), { maxLength: 3 }),
  formats: fc.array(fc.constantFrom(...formats), { maxLength: 3 }),
});
const places = fc.array(fc.record({ theme: fc.constantFrom(...themes), places: fc.integer({ min: 0, max: 3 }) }));
const anyOffer = fc.record({
  themes: fc.array(fc.constantFrom(...themes), { maxLength: 6 }),
  places: fc.option(places),
  languages: fc.array(fc.constantFrom('de', 'en-GB', 'fr'), { maxLength: 3 }),
  formats: fc.array(fc.constantFrom(...formats), { maxLength: 3 }),
  capacity: fc.integer({ min: 0, max: 5 }),
  activeCount: fc.integer({ min: 0, max: 6 }),
  open: fc.boolean(),
});
const anyExperience = fc.record({
  completed: fc.integer({ min: 0, max: 20 }),
  completedByTheme: fc.dictionary(fc.constantFrom(...themes), fc.integer({ min: 0, max: 20 })),
});
const anyCandidate = fc.record({
  city: fc
    .tuple(city, fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('Ghent', 'Graz', 'Århus'))
    .map(([facts, id, name]) => ({ ...facts, id, name })),
  offer: anyOffer,
  experience: fc.option(anyExperience),
});

describe('a suggestion', () => {
  it('has a score and factors between 0 and 1, and weights that sum to 1', () => {
    fc.assert(
      fc.property(anyNeed, city, anyCandidate, (asked, learner, candidate) => {
        const suggestion = scoreSuggestion(asked, learner, candidate);
        if (suggestion === null) return;
        for (const { score, weight } of suggestion.factors) {
          assert.ok(score >= 0 && score <= 1, `factor ${score}`);
          assert.ok(weight > 0 && weight <= 1, `weight ${weight}`);
        }
        const weights = suggestion.factors.reduce((sum, { weight }) => sum + weight, 0);
        const score = suggestion.factors.reduce((sum, one) => sum + one.weight * one.score, 0);
        assert.ok(Math.abs(weights - 1) < 1e-9);
        assert.ok(Math.abs(score - suggestion.score) < 1e-12);
        assert.ok(suggestion.score >= 0 && suggestion.score <= 1 + 1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it('speaks of every factor once: in the score, or among what is not known', () => {
    fc.assert(
      fc.property(anyNeed, city, anyCandidate, (asked, learner, candidate) => {
        const suggestion = scoreSuggestion(asked, learner, candidate);
        if (suggestion === null) return;
        const spoken = [...suggestion.factors.map(({ kind }) => kind), ...suggestion.notKnown];
        assert.deepEqual(spoken.sort(), Object.keys(SUGGESTION_WEIGHTS).sort());
      }),
    );
  });

  it('never scores lower when the mentor takes up another theme that is asked for', () => {
    fc.assert(
      fc.property(anyNeed, city, anyCandidate, fc.constantFrom(...themes), (asked, learner, candidate, theme) => {
        const { experience } = candidate;
        const before = { ...candidate, offer: { ...candidate.offer, places: null, open: true } };
        const after = { ...before, offer: { ...before.offer, themes: [...before.offer.themes, theme] } };
        fc.pre(
          asked.themes.includes(theme) &&
            (experience === null || Math.max(0, ...Object.values(experience.completedByTheme)) <= experience.completed),
        );
        const one = scoreSuggestion(asked, learner, before)?.score ?? 0;
        const other = scoreSuggestion(asked, learner, after)?.score ?? 0;
        assert.ok(other >= one - 1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not made to a city of itself', () => {
    assert.equal(scoreSuggestion({ ...need, cityId: 'utrecht' }, ghent, utrecht), null);
  });

  it('is not made of a mentor whose offer is closed', () => {
    assert.equal(scoreSuggestion(need, ghent, offering({ open: false })), null);
  });

  it('is not made of a mentor without a theme in common', () => {
    assert.equal(scoreSuggestion(need, ghent, offering({ themes: ['RACISM'] })), null);
  });

  it('does not count a theme on which the mentor has no places', () => {
    const noHousing = offering({
      places: [
        { theme: 'HOUSING', places: 0 },
        { theme: 'PARTICIPATION', places: 1 },
      ],
    });

    assert.deepEqual(factor(suggest(noHousing), 'THEMES').reason, {
      id: 'twinning.reason.themes.some',
      values: { themes: ['PARTICIPATION'], missing: ['HOUSING'] },
    });
  });

  it('leaves out what is not known, says so, and gives its weight to the rest', () => {
    const suggestion = suggest(living({ population: null }));

    assert.deepEqual(suggestion.notKnown, ['SIZE']);
    assert.deepEqual(suggestion.summary.at(-1), { id: 'twinning.summary.notKnown', values: { factors: ['SIZE'] } });
    assert.equal(factor(suggestion, 'THEMES').weight, SUGGESTION_WEIGHTS.THEMES / (1 - SUGGESTION_WEIGHTS.SIZE));
  });

  it('knows nothing of language, format or experience that nobody told', () => {
    const silent = { ...offering({ languages: [], formats: [] }), experience: null };

    assert.deepEqual(suggest(silent).notKnown, ['LANGUAGE', 'FORMAT', 'EXPERIENCE']);
  });

  it('says in its summary what stands against the pair', () => {
    const { summary } = suggest(offering({ activeCount: 2, languages: ['fi'] }));

    assert.deepEqual(
      summary.map(({ id }) => id),
      ['twinning.summary.good', 'twinning.reason.language.none', 'twinning.reason.availability.none'],
    );
  });
});

describe('the factors of a suggestion', () => {
  it('take German of Austria and German of Germany for one language', () => {
    const { score, reason } = factor(
      suggest(offering({ languages: ['de-AT'] }), { ...need, languages: ['de-DE'] }),
      'LANGUAGE',
    );

    assert.equal(score, 1);
    assert.deepEqual(reason.values, { languages: ['de'] });
  });

  it('count how many of the ways of working asked for are offered', () => {
    const { score, reason } = factor(suggest(offering({ formats: ['ONLINE_SESSION', 'WORKSHOP'] })), 'FORMAT');

    assert.equal(score, 0.5);
    assert.deepEqual(reason.values, { formats: ['ONLINE_SESSION'], missing: ['STUDY_VISIT'] });
  });

  it('put the same kind before the same level, and that before another level', () => {
    const score = (kind: CityFacts['kind']) => factor(suggest(living({ kind })), 'KIND').score;

    assert.deepEqual([score('CITY'), score('DISTRICT'), score('REGION')], [1, 0.5, 0]);
  });

  it('grow with experience, more with that on a shared theme', () => {
    const score = (completed: number, HOUSING: number) =>
      factor(suggest({ ...utrecht, experience: { completed, completedByTheme: { HOUSING } } }), 'EXPERIENCE').score;

    assert.deepEqual([score(0, 0), score(1, 1), score(2, 2)], [0, 0.5, 0.75]);
    assert.ok(score(1, 0) > 0 && score(1, 0) < score(1, 1));
  });

  it('name the theme on which the mentor has most experience', () => {
    const experience = { completed: 3, completedByTheme: { HOUSING: 1, PARTICIPATION: 2, RACISM: 3 } };

    assert.deepEqual(factor(suggest({ ...utrecht, experience }), 'EXPERIENCE').reason, {
      id: 'twinning.reason.experience.theme',
      values: { count: 2, themes: ['PARTICIPATION'] },
    });
  });

  it('tell how many places are free, and none when more are taken than there are', () => {
    const availability = (activeCount: number) =>
      factor(suggest(offering({ capacity: 4, activeCount })), 'AVAILABILITY').score;

    assert.deepEqual([availability(0), availability(3), availability(4), availability(5)], [1, 0.625, 0, 0]);
  });

  it('prefer another country to a near city of one’s own, and a near one abroad to a far one', () => {
    const score = (at: Partial<CityFacts>) => factor(suggest(living(at)), 'PROXIMITY').score;
    const antwerp = { country: 'BE', location: { latitude: 51.22, longitude: 4.4 } };
    const gwangju = { country: 'KR', location: { latitude: 35.15, longitude: 126.9 } };

    assert.ok(score({}) > score(gwangju));
    assert.ok(score(gwangju) > score(antwerp));
  });

  it('do not count distance where nobody travels', () => {
    const online = { ...need, formats: ['ONLINE_SESSION' as const] };

    assert.deepEqual(factor(suggest(utrecht, online), 'PROXIMITY').reason.id, 'twinning.reason.proximity.abroad');
    assert.equal(factor(suggest(utrecht, online), 'PROXIMITY').score, 1);
  });

  it('measure distance along the surface of the earth', () => {
    assert.deepEqual(factor(suggest(utrecht), 'PROXIMITY').reason.values, { km: 150 });
  });

  it('count size softly, however far apart', () => {
    const small = { ...ghent, population: 1453 };
    const { score, weight, reason } = factor(suggest(living({ population: 517_802 }), need, small), 'SIZE');

    assert.ok(score > 0 && score * weight < 0.01);
    assert.deepEqual(reason, { id: 'twinning.reason.size.larger', values: { times: 356 } });
  });
});

describe('ranked suggestions', () => {
  it('stand best first, in the same order whatever order the offers came in', () => {
    const candidates = fc.uniqueArray(anyCandidate, { selector: ({ city: { id } }) => id, maxLength: 5 });
    const shuffled = candidates.chain((offers) =>
      fc.tuple(
        fc.constant(offers),
        fc.shuffledSubarray(offers, { minLength: offers.length, maxLength: offers.length }),
      ),
    );

    fc.assert(
      fc.property(anyNeed, city, shuffled, (asked, learner, [one, other]) => {
        const ranked = rankSuggestions(asked, learner, one);
        assert.deepEqual(ranked, rankSuggestions(asked, learner, other));
        const scores = ranked.map(({ score }) => score);
        assert.deepEqual(
          scores,
          [...scores].sort((a, b) => b - a),
        );
      }),
    );
  });

  it('stand by name, then by id, where they fit equally', () => {
    const named = (id: string, name: string): MentorCandidate => ({ ...utrecht, city: { ...utrecht.city, id, name } });
    const candidates = [named('3', 'Zwolle'), named('2', 'Almere'), named('1', 'Zwolle')];

    assert.deepEqual(
      rankSuggestions(need, ghent, candidates).map(({ mentorId }) => mentorId),
      ['2', '1', '3'],
    );
  });

  it('put two shared themes before one, all else equal', () => {
    const half = { ...offering({ themes: ['HOUSING'] }), city: { ...utrecht.city, id: 'half', name: 'A' } };

    assert.deepEqual(
      rankSuggestions(need, ghent, [half, utrecht]).map(({ mentorId }) => mentorId),
      ['utrecht', 'half'],
    );
  });
});
