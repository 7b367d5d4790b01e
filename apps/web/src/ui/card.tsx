import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './card.module.css';

export const cardStyles = styles;

interface CardListProps {
  label?: string;
  /** Columns as the width allows, or one below the other. */
  layout?: 'grid' | 'stack';
  children: ReactNode;
}

/** A list of cards; each child is an `li`. */
export function CardList({ label, layout = 'grid', children }: CardListProps) {
  return (
    <ul className={styles[layout]} aria-label={label} role="list">
      {children}
    </ul>
  );
}

export function Card({ children, linked }: { children: ReactNode; linked?: boolean }) {
  return <article className={`${styles['card']} ${linked ? styles['linked'] : ''}`}>{children}</article>;
}

/** The link of a {@link Card} that is `linked`: the whole card is its target. */
export function CardLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={styles['cover']}>
      {children}
    </Link>
  );
}

/** Terms and their values; a value that is null or false leaves its term out. */
export function DataList({ entries, wide }: { entries: readonly (readonly [string, ReactNode])[]; wide?: boolean }) {
  return (
    <dl className={`${styles['data']} ${wide ? styles['dataWide'] : ''}`}>
      {entries
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
