import { useFormat } from '../../i18n/format.js';
import styles from './date-leaf.module.css';

/** A calendar's leaf; decoration, as the date also stands in words. */
export function DateLeaf({ instant, timeZone }: { instant: string | null | undefined; timeZone: string }) {
  const { leaf } = useFormat();
  const { month = '–', day = '?', year = '' } = instant ? leaf(instant, timeZone) : {};
  return (
    <div className={styles['leaf']} aria-hidden="true">
      <span className={styles['month']}>{month}</span>
      <span className={styles['number']}>{day}</span>
      <span className={styles['year']}>{year}</span>
    </div>
  );
}
