import type { Placed } from './cluster.js';
import styles from './europe-map.module.css';

/** A city where it stands on the drawing. */
export interface PlacedCity extends Placed {
  id: string;
  slug: string;
  name: string;
  declared: boolean;
  mentoring: boolean;
}

export const position = ({ left, top }: Placed) => ({ left: `${left}%`, top: `${top}%` });

export const classOf = ({ declared, mentoring }: { declared?: boolean; mentoring?: boolean }) =>
  [styles['marker'], declared && styles['declared'], mentoring && styles['mentoring']].filter(Boolean).join(' ');
