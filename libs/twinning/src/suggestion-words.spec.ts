import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage';
import { Language, locales } from '#platform/language';
import { suggestionReasons, type Reason, type ReasonId } from './suggestion-reasons.js';
import { sayReason, saySummary } from './suggestion-words.js';

const language = new Language();
const sayAll = (id: ReasonId, values: Reason['values'] = {}): string[] =>
  locales.map((locale) => sayReason(language, locale, { id, values }));

const placeholdersOf = (message: CompiledMessage): Set<string> => {
  const names = message.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, , choices] = token;
    const inner =
      typeof choices === 'object' && choices !== null ? Object.values(choices as Record<string, CompiledMessage>) : [];
    return [name, ...inner.filter((choice) => Array.isArray(choice)).flatMap((choice) => [...placeholdersOf(choice)])];
  });
  return new Set(names.filter((name) => name !== '#'));
};

describe('the reasons of a suggestion', () => {
  it('name a shared language', () => {
    assert.deepEqual(sayAll('twinning.reason.language.shared', { languages: ['de'] }), [
      'Both work in German',
      'Les deux travaillent en allemand',
      'Beide arbeiten auf Deutsch',
    ]);
  });

  it('name themes as a list', () => {
    const values = { themes: ['HOUSING', 'HEALTH'], missing: ['PARTICIPATION'] };

    assert.deepEqual(sayAll('twinning.reason.themes.some', values), [
      'Mentors on housing and health, not on participation',
      'Accompagne sur le logement et la santé, mais pas sur la participation',
      'Begleitet bei: Wohnen und Gesundheit; nicht bei: Teilhabe',
    ]);
  });

  it('count as people do', () => {
    const times = (count: number) => sayAll('twinning.reason.experience.theme', { count, themes: ['HOUSING'] });

    assert.deepEqual(times(1)[0], 'Has mentored once on housing');
    assert.deepEqual(times(2), [
      'Has mentored twice on housing',
      'A déjà accompagné deux fois sur le logement',
      'Hat bereits zweimal begleitet zum Thema Wohnen',
    ]);
    assert.deepEqual(times(3)[2], 'Hat bereits 3-mal begleitet zum Thema Wohnen');
  });

  it('write numbers as the reader does', () => {
    assert.deepEqual(sayAll('twinning.reason.size.larger', { times: 2.3 }), [
      'The mentor is about 2.3 times as large',
      'La collectivité mentore est environ 2,3 fois plus grande',
      'Die Mentorin ist etwa 2,3-mal so groß',
    ]);
  });

  it('compile in every language, with the same placeholders', () => {
    for (const id of Object.keys(suggestionReasons) as ReasonId[]) {
      const placeholders = locales.map((locale) =>
        [...placeholdersOf(compileMessageOrThrow(suggestionReasons[id][locale]))].sort(),
      );
      assert.deepEqual(placeholders[1], placeholders[0], id);
      assert.deepEqual(placeholders[2], placeholders[0], id);
    }
  });

  it('are told in English to whoever reads none of the three', () => {
    assert.equal(
      sayReason(language, 'sv', { id: 'twinning.summary.good', values: { themes: ['HOUSING'] } }),
      'A good fit on housing',
    );
  });

  it('make up a summary of sentences', () => {
    const summary: Reason[] = [
      { id: 'twinning.summary.good', values: { themes: ['HOUSING'] } },
      { id: 'twinning.reason.availability.none', values: {} },
      { id: 'twinning.summary.notKnown', values: { factors: ['SIZE', 'EXPERIENCE'] } },
    ];

    assert.equal(
      saySummary(language, 'en', summary),
      'A good fit on housing. No place is free now. Not known and left out: size and experience.',
    );
  });
});
