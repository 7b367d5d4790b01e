import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'plain' | 'verdigris' | 'brick' | 'brass' | 'danger';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles['badge']} ${tone === 'plain' ? '' : styles[tone]}`}>{children}</span>;
}

/** Several badges as a list, so that a screen reader tells how many there are. */
export function Badges({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}

/** How many wait; say what they are in the words beside it. */
export function Count({ value }: { value: number }) {
  return <span className={styles['count']}>{value > 99 ? '99+' : value}</span>;
}
