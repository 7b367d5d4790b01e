import outline from 'virtual:europe-outline';
import { Link } from 'react-router';
import { useText } from '../../i18n/i18n.js';
import styles from './europe-map.module.css';
import { europe, mapHeight, mapWidth } from './projection.js';

export interface Marker {
  id: string;
  slug: string;
  name: string;
  latitude: number;
  longitude: number;
  declared: boolean;
  mentoring: boolean;
}

interface Placed extends Marker {
  left: number;
  top: number;
}

const project = europe();

/** Where a city stands, in percent of the drawing; undefined when it lies beyond it. */
function place(marker: Marker): Placed | undefined {
  const [x, y] = project([marker.longitude, marker.latitude]) ?? [-1, -1];
  if (x < 0 || y < 0 || x > mapWidth || y > mapHeight) return undefined;
  return { ...marker, left: (100 * x) / mapWidth, top: (100 * y) / mapHeight };
}

interface EuropeMapProps {
  markers: readonly Marker[];
  /** On the dark band. */
  night?: boolean;
  /** Without links: a picture, described by its label. */
  label: string;
  picture?: boolean;
}

/** Europe with the network's cities on it. Each marker is a link; the list beside the map says all that it says. */
export function EuropeMap({ markers, night, label, picture }: EuropeMapProps) {
  const placed = markers.flatMap((marker) => place(marker) ?? []).sort((a, b) => a.top - b.top);
  return (
    <div
      className={`${styles['map']} ${night ? styles['night'] : ''}`}
      {...(picture ? { role: 'img', 'aria-label': label } : {})}
    >
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true" className={styles['outline']}>
        <path d={outline.land} className={styles['land']} />
        <path d={outline.borders} className={styles['borders']} />
      </svg>
      {picture ? (
        placed.map((marker) => (
          <span key={marker.id} aria-hidden="true" className={classOf(marker)} style={position(marker)} />
        ))
      ) : (
        <MarkerList placed={placed} label={label} />
      )}
    </div>
  );
}

const position = ({ left, top }: Placed) => ({ left: `${left}%`, top: `${top}%` });

const classOf = ({ declared, mentoring }: Marker) =>
  [styles['marker'], declared && styles['declared'], mentoring && styles['mentoring']].filter(Boolean).join(' ');

function MarkerList({ placed, label }: { placed: readonly Placed[]; label: string }) {
  const text = useText();
  return (
    <ul aria-label={label} role="list" className={styles['markers']}>
      {placed.map((marker) => (
        <li key={marker.id}>
          <Link
            to={`/cities/${marker.slug}`}
            className={classOf(marker)}
            style={position(marker)}
            data-side={marker.left > 60 ? 'left' : 'right'}
          >
            <span className={styles['name']}>
              {marker.name}
              {marker.declared && <span className="sr-only">, {text('cities.declared')}</span>}
              {marker.mentoring && <span className="sr-only">, {text('cities.mentoring')}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function MapLegend() {
  const text = useText();
  return (
    <ul className={styles['legend']} role="list">
      <li>
        <span aria-hidden="true" className={`${styles['marker']} ${styles['declared']}`} />
        {text('cities.declared')}
      </li>
      <li>
        <span aria-hidden="true" className={`${styles['marker']} ${styles['mentoring']}`} />
        {text('cities.mentoring')}
      </li>
      <li>
        <span aria-hidden="true" className={styles['marker']} />
        {text('cities.underWay')}
      </li>
    </ul>
  );
}
