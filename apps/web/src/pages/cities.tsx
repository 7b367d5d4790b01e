import { useDeferredValue } from 'react';
import { CitiesDocument, CityMarkersDocument, type CityFilter } from '../generated/graphql.js';
import { CityFilters, useCityFilter } from '../features/cities/city-filters.js';
import { CityRows } from '../features/cities/city-rows.js';
import { markersOf } from '../features/cities/words.js';
import styles from '../features/cities/cities.module.css';
import { EuropeMap, MapLegend } from '../features/map/europe-map.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer, useMore } from '../live/operations.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loaded, LoadMore } from '../ui/states.js';

const pageSize = 20;

export default function CitiesPage() {
  const text = useText();
  const { filter, params, set } = useCityFilter();
  const settled = useDeferredValue(filter);
  return (
    <Page title={text('cities.title')} lead={text('cities.lead')}>
      <CityFilters params={params} set={set} />
      <div className={styles['board']}>
        <MapSide filter={settled} />
        <ListSide filter={settled} />
      </div>
    </Page>
  );
}

function MapSide({ filter }: { filter: CityFilter }) {
  const text = useText();
  const { data } = useAnswer(CityMarkersDocument, { filter });
  return (
    <section className={styles['mapSide']} aria-label={text('cities.map')}>
      <a href="#city-list" className="sr-only">
        {text('cities.skipMap')}
      </a>
      <div className={styles['sheet']}>
        <EuropeMap markers={markersOf(data)} label={text('cities.onMap')} />
      </div>
      <MapLegend />
    </section>
  );
}

function ListSide({ filter }: { filter: CityFilter }) {
  const text = useText();
  const answer = useAnswer(CitiesDocument, { first: pageSize, filter }, { about: ['City'] });
  const more = useMore(answer.data?.cities, CitiesDocument, {
    key: JSON.stringify(filter),
    variables: (after) => ({ first: pageSize, after, filter }),
    pick: (data) => data.cities,
  });
  return (
    <section id="city-list" tabIndex={-1} aria-label={text('cities.list')}>
      <Loaded answer={answer}>
        {({ cities }) => (
          <>
            <h2 className="sr-only">{text('cities.list')}</h2>
            <p className={styles['total']} role="status">
              {text('cities.count', { count: cities.totalCount })}
            </p>
            {more.nodes.length > 0 ? <CityRows cities={more.nodes} label={text('cities.list')} /> : <NoCity />}
            <LoadMore more={more} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function NoCity() {
  const text = useText();
  const { params, set } = useCityFilter();
  const clear = () => [...params.keys()].forEach((name) => set(name, ''));
  return (
    <EmptyState title={text('cities.none')} action={<Button onPress={clear}>{text('cities.clear')}</Button>}>
      {text('cities.none.detail')}
    </EmptyState>
  );
}
