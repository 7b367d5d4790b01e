import type { CityCardFragment, CityMarkersQuery } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import type { Marker } from '../map/europe-map.js';

/** "City in Austria · 1,691,468 inhabitants" */
export function useCityLine(): (city: Pick<CityCardFragment, 'kind' | 'country' | 'population'>) => string {
  const text = useText();
  const { country, number } = useFormat();
  return (city) => {
    const where = text('cities.kindIn', { kind: text(`kind.${city.kind}`), country: country(city.country) });
    return city.population ? `${where} · ${text('cities.inhabitants', { count: number(city.population) })}` : where;
  };
}

/** The cities of an answer that have a place on the map. */
export function markersOf(data: CityMarkersQuery | undefined): Marker[] {
  return (data?.cities.nodes ?? []).flatMap(({ location, mentorOffer, ...city }) =>
    location ? [{ ...city, ...location, mentoring: mentorOffer?.open ?? false }] : [],
  );
}
