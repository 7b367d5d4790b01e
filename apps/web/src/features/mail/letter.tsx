import { Fragment, useEffect, useState } from 'react';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { Linked } from './linked.js';
import { readLetter, type OutboxLetter } from './outbox.js';
import styles from './outbox.module.css';

/** One mail: what its reader sees first, then every header as it was sent. */
export function Letter({ id }: { id: string }) {
  const text = useText();
  const [letter, setLetter] = useState<OutboxLetter | null>();
  useEffect(() => {
    let current = true;
    readLetter(id).then(
      (read) => current && setLetter(read),
      () => current && setLetter(null),
    );
    return () => {
      current = false;
    };
  }, [id]);
  if (letter === undefined) return <Skeleton rows={2} />;
  if (letter === null) return <EmptyState title={text('outbox.gone')} />;
  return <LetterView letter={letter} />;
}

function LetterView({ letter }: { letter: OutboxLetter }) {
  const text = useText();
  const { dateTime } = useFormat();
  return (
    <article className={styles['letter']} aria-label={letter.subject}>
      <header>
        <h2>{letter.subject}</h2>
        <dl className={styles['envelope']}>
          <dt>{text('outbox.from')}</dt>
          <dd>{letter.from}</dd>
          <dt>{text('outbox.to')}</dt>
          <dd>{letter.to}</dd>
          <dt>{text('outbox.at')}</dt>
          <dd>{dateTime(letter.at)}</dd>
        </dl>
      </header>
      <div className={styles['text']}>
        <Linked words={letter.text} />
      </div>
      <details>
        <summary>{text('outbox.headers', { count: letter.headers.length })}</summary>
        <dl className={styles['headers']}>
          {letter.headers.map(([name, value], index) => (
            <Fragment key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
      <details>
        <summary>{text('outbox.raw')}</summary>
        <pre className={styles['raw']} tabIndex={0}>
          {letter.raw}
        </pre>
      </details>
    </article>
  );
}
