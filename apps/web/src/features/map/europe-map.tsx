import outline from 'virtual:europe-outline';
import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/i18n.js';
import styles from './europe-map.module.css';
import { classOf, position, type PlacedCity } from './marker-look.js';
import { europe, mapHeight, mapWidth } from './projection.js';

export interface Marker extends Omit<PlacedCity, 'left' | 'top'> {
  latitude: number;
  longitude: number;
}

const project = europe();

/** Where a city stands, in percent of the drawing; undefined when it lies beyond it. */
function place({ latitude, longitude, ...city }: Marker): PlacedCity | undefined {
  const [x, y] = project([longitude, latitude]) ?? [-1, -1];
  if (x < 0 || y < 0 || x > mapWidth || y > mapHeight) return undefined;
  return { ...city, left: (100 * x) / mapWidth, top: (100 * y) / mapHeight };
}

interface EuropeMapProps {
  markers: readonly Marker[];
  label: string;
}

/** The drawing under the markers. */
function Outline() {
  return (
    <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true" className={styles['outline']}>
      <path d={outline.land} className={styles['land']} />
      <path d={outline.borders} className={styles['borders']} />
    </svg>
  );
}

const placed = (markers: readonly Marker[]) =>
  markers.flatMap((marker) => place(marker) ?? []).sort((a, b) => a.top - b.top);

/** Europe with the network's cities on it, as one picture described by its label; `night` on the dark band. */
export function MapPicture({ markers, label, night }: EuropeMapProps & { night?: boolean }) {
  return (
    <div className={`${styles['map']} ${night ? styles['night'] : ''}`} role="img" aria-label={label}>
      <Outline />
      {placed(markers).map((city) => (
        <span key={city.id} aria-hidden="true" className={styles['spot']} style={position(city)}>
          <span className={classOf(city)} />
        </span>
      ))}
    </div>
  );
}

const Markers = lazy(() => import('./markers.js'));

/** The same with a link on each city. The list beside the map says all that it says. */
export function EuropeMap({ markers, label }: EuropeMapProps) {
  return (
    <div className={styles['map']}>
      <Outline />
      <Suspense>
        <Markers cities={placed(markers)} label={label} />
      </Suspense>
    </div>
  );
}

export function MapLegend() {
  const text = useText();
  return (
    <ul className={styles['legend']} role="list">
      <li>
        <span aria-hidden="true" className={classOf({ declared: true })} />
        {text('cities.declared')}
      </li>
      <li>
        <span aria-hidden="true" className={classOf({ mentoring: true })} />
        {text('cities.mentoring')}
      </li>
      <li>
        <span aria-hidden="true" className={classOf({})} />
        {text('cities.underWay')}
      </li>
    </ul>
  );
}
