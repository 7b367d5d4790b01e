import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../i18n/i18n.js';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** Other words for the tab than the heading's, for pages that start with a sentence. */
  tabTitle?: string;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  width?: 'wide' | 'reading' | 'narrow';
  children: ReactNode;
  /** The page draws its own heading with {@link PageHeading}. */
  ownHeading?: boolean;
}

interface Crumb {
  to: string;
  label: string;
}

/** A page's frame: title in the tab, way back, heading, lead, acts. */
export function Page({ title, tabTitle, lead, crumbs, actions, width = 'wide', children, ownHeading }: PageProps) {
  return (
    <div className={`${styles['page']} ${width === 'wide' ? '' : styles[width]}`}>
      <title>{`${tabTitle ?? title} · Gemina`}</title>
      {!ownHeading && (
        <header className={styles['head']}>
          {crumbs && <Breadcrumbs crumbs={crumbs} />}
          <div className={styles['titleRow']}>
            <PageHeading>{title}</PageHeading>
            {actions}
          </div>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </header>
      )}
      {children}
    </div>
  );
}

let firstPage = true;

/** The h1. It takes the focus when the page was reached from within the app, so that screen readers start there. */
export function PageHeading({ children, className }: { children: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const text = useText();
  return (
    <nav aria-label={text('shell.breadcrumbs')}>
      <ol className={styles['crumbs']}>
        {crumbs.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A part of a page under the network's double rule, named for assistive technology by its heading. */
export function Section({ title, aside, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles['section']} aria-labelledby={heading} id={id}>
      <div className={styles['sectionHead']}>
        <h2 id={heading}>{title}</h2>
        {aside && <div className={styles['aside']}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
