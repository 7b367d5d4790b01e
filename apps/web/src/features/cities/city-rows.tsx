import { Link } from 'react-router';
import type { CityCardFragment } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Emblem } from '../../ui/emblem.js';
import styles from './cities.module.css';
import { useCityLine } from './words.js';

/** Cities one below the other: everything that the map shows, in words. */
export function CityRows({ cities, label }: { cities: readonly CityCardFragment[]; label: string }) {
  const text = useText();
  const line = useCityLine();
  return (
    <ul className={styles['rows']} aria-label={label} role="list">
      {cities.map((city) => (
        <li key={city.id} className={styles['row']}>
          <Emblem name={city.name} />
          <div>
            <h3>
              <Link to={`/cities/${city.slug}`}>{city.name}</Link>
            </h3>
            <p>{line(city)}</p>
          </div>
          <div className={styles['marks']}>
            {city.declared && (
              <Badge tone="verdigris">
                {city.declaredYear
                  ? text('cities.since', { year: String(city.declaredYear) })
                  : text('cities.declared')}
              </Badge>
            )}
            {city.mentorOffer?.open && <Badge tone="brick">{text('cities.mentoring')}</Badge>}
          </div>
        </li>
      ))}
    </ul>
  );
}
