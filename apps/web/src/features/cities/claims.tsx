import type { CityQuery, ClaimSubject } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import styles from './claims.module.css';

type Claim = NonNullable<CityQuery['city']>['claims'][number];

/** Subjects of which one value only can be true: different words mean that sources disagree. */
const singleValued: readonly ClaimSubject[] = ['DECLARED_YEAR', 'POPULATION'];

function disagree(subject: ClaimSubject, claims: readonly Claim[]): boolean {
  if (singleValued.includes(subject) && new Set(claims.map(({ value }) => value)).size > 1) return true;
  // Of declarations sources may tell in many words; they disagree where one says that there was none.
  return subject === 'DECLARATION' && new Set(claims.map(({ denies }) => denies)).size > 1;
}

/** What sources say of a city, by subject and side by side; where they disagree, that is said too. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  const text = useText();
  const { number } = useFormat();
  const bySubject = Object.entries(Object.groupBy(claims, ({ subject }) => subject)) as [ClaimSubject, Claim[]][];
  return (
    <div className={styles['subjects']}>
      {bySubject.map(([subject, said]) => (
        <div key={subject} className={styles['subject']}>
          <h3>
            {text(`claim.${subject}`)}{' '}
            {disagree(subject, said) && <Badge tone="brass">{text('claims.disagree')}</Badge>}
          </h3>
          <ul className={styles['claims']} role="list">
            {said.map((claim) => (
              <li key={`${claim.value} ${claim.source}`} className={styles['claim']}>
                <p>
                  {subject === 'POPULATION' && /^\d+$/.test(claim.value) ? number(Number(claim.value)) : claim.value}
                </p>
                <Source claim={claim} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Source({ claim: { source, sourceUrl, publishedOn } }: { claim: Claim }) {
  const text = useText();
  const { localDate } = useFormat();
  return (
    <p className={styles['source']}>
      {text('claims.source')}: {sourceUrl ? <a href={sourceUrl}>{source}</a> : <cite>{source}</cite>}
      {publishedOn && `, ${localDate(publishedOn)}`}
    </p>
  );
}
