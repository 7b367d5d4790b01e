import { useState } from 'react';
import type { ExchangeFormat, Theme } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Chips } from '../../ui/choice.js';
import { allThemes, exchangeFormats, workingLanguages } from '../vocabulary.js';

interface Terms {
  themes: Theme[];
  languages: string[];
  formats: ExchangeFormat[];
}

/** What an offer and a request have in common: on what, in which languages, in which ways. */
export function useTermsFields(initial: Terms) {
  const text = useText();
  const { language, collator } = useFormat();
  const [terms, setTerms] = useState(initial);
  const known = [...new Set<string>([...workingLanguages, ...initial.languages])];
  const languages = known
    .map((value) => ({ value, label: language(value) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const fields = (
    <>
      <Chips
        name="themes"
        label={text('cities.themes')}
        options={allThemes.map((value) => ({ value, label: text(`theme.${value}`) }))}
        value={terms.themes}
        onChange={(themes) => setTerms({ ...terms, themes })}
        required
      />
      <Chips
        name="languages"
        label={text('twinning.languages')}
        options={languages}
        value={terms.languages}
        onChange={(chosen) => setTerms({ ...terms, languages: chosen })}
        required
      />
      <Chips
        name="formats"
        label={text('twinning.formats')}
        options={exchangeFormats.map((value) => ({ value, label: text(`format.${value}`) }))}
        value={terms.formats}
        onChange={(formats) => setTerms({ ...terms, formats })}
        required
      />
    </>
  );
  return { terms, fields };
}
