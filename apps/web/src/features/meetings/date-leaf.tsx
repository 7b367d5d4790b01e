import { useLocale } from '../../i18n/i18n.js';
import styles from './date-leaf.module.css';

/** A calendar's leaf; decoration, as the date also stands in words. */
export function DateLeaf({ instant, timeZone }: { instant: string | null | undefined; timeZone: string }) {
  const locale = useLocale();
  const part = (options: Intl.DateTimeFormatOptions) =>
    instant ? new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant)) : '?';
  return (
    <div className={styles['leaf']} aria-hidden="true">
      <span className={styles['month']}>{instant ? part({ month: 'short' }) : '–'}</span>
      <span className={styles['number']}>{part({ day: 'numeric' }).replace(/\D/g, '') || '?'}</span>
      <span className={styles['year']}>{instant ? part({ year: 'numeric' }) : ''}</span>
    </div>
  );
}
