import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CityFilter } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Checkbox } from '../../ui/choice.js';
import { Select, TextField } from '../../ui/field.js';
import { allThemes } from '../vocabulary.js';
import styles from './cities.module.css';

const countries = [
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MD',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'UA',
] as const;

/** The filter as the address has it, so that a filtered list can be sent to a colleague. */
export function useCityFilter() {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { filter, params, set };
}

function readFilter(params: URLSearchParams): CityFilter {
  const country = params.get('country');
  const theme = allThemes.find((known) => known === params.get('theme'));
  return {
    search: params.get('search') ?? undefined,
    country: country ? [country] : undefined,
    theme: theme ? [theme] : undefined,
    declared: params.get('declared') ? true : undefined,
    mentoring: params.get('mentoring') ? true : undefined,
  };
}

interface CityFiltersProps {
  params: URLSearchParams;
  set: (name: string, value: string) => void;
}

export function CityFilters({ params, set }: CityFiltersProps) {
  const text = useText();
  const { country, collator } = useFormat();
  const named = countries
    .map((value) => ({ value: value, label: country(value) }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const themes = allThemes.map((value) => ({ value: value, label: text(`theme.${value}`) }));
  const all = { value: '', label: text('cities.any') };
  return (
    <search className={styles['filters']} aria-label={text('cities.filters')}>
      <TextField
        name="search"
        type="search"
        label={text('cities.search')}
        value={params.get('search') ?? ''}
        onChange={(value) => set('search', value)}
        bare
      />
      <Select
        label={text('cities.country')}
        value={params.get('country') ?? ''}
        options={[all, ...named]}
        onChange={(value) => set('country', value)}
      />
      <Select
        label={text('cities.theme')}
        value={params.get('theme') ?? ''}
        options={[all, ...themes]}
        onChange={(value) => set('theme', value)}
      />
      <div className={styles['switches']}>
        <Checkbox checked={params.has('declared')} onChange={(on) => set('declared', on ? 'yes' : '')}>
          {text('cities.declaredOnly')}
        </Checkbox>
        <Checkbox checked={params.has('mentoring')} onChange={(on) => set('mentoring', on ? 'yes' : '')}>
          {text('cities.mentoringOnly')}
        </Checkbox>
      </div>
    </search>
  );
}
