import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Link } from 'react-router';
import { useText } from '../../i18n/i18n.js';
import { Menu } from '../../ui/menu.js';
import { cluster, type Cluster } from './cluster.js';
import styles from './europe-map.module.css';
import { classOf, position, type PlacedCity } from './marker-look.js';
import { mapHeight, mapWidth } from './projection.js';

/** The least distance of two targets, in CSS pixels (WCAG 2.2, 2.5.8), and a little air. */
const apart = 28;

/** Links to cities where they are; cities too close to be told apart share a marker that opens the list of them. */
export default function Markers({ cities, label }: { cities: readonly PlacedCity[]; label: string }) {
  const list = useRef<HTMLUListElement>(null);
  const width = useWidth(list);
  const clusters = width ? cluster(cities, width, (width * mapHeight) / mapWidth, apart) : [];
  return (
    <ul ref={list} aria-label={label} role="list" className={styles['markers']}>
      {clusters.map((spot) => (
        <li
          key={spot.items[0]?.id}
          style={position(spot)}
          className={styles['spot']}
          data-side={spot.left > 60 ? 'left' : 'right'}
        >
          {spot.items.length === 1 ? (
            spot.items.map((city) => <CityMarker key={city.id} city={city} />)
          ) : (
            <ClusterMarker spot={spot} />
          )}
        </li>
      ))}
    </ul>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function CityMarker({ city }: { city: PlacedCity }) {
  const text = useText();
  return (
    <Link to={`/cities/${city.slug}`} className={classOf(city)}>
      <span className={styles['name']}>
        {city.name}
        {city.declared && <span className="sr-only">, {text('cities.declared')}</span>}
        {city.mentoring && <span className="sr-only">, {text('cities.mentoring')}</span>}
      </span>
    </Link>
  );
}

function ClusterMarker({ spot: { items } }: { spot: Cluster<PlacedCity> }) {
  const text = useText();
  const navigate = useNavigate();
  const names = items.map(({ name }) => name);
  const declared = items.some((city) => city.declared);
  const label = text('cities.cluster', { count: items.length, names: names.join(', ') });
  return (
    <Menu
      label={label}
      className={`${styles['cluster']} ${declared ? styles['clusterDeclared'] : ''}`}
      items={items.map(({ id, name, slug }) => ({ id, label: name, act: () => void navigate(`/cities/${slug}`) }))}
    >
      {items.length}
    </Menu>
  );
}
