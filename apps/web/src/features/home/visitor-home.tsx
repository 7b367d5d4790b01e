import { CityMarkersDocument, VisitorHomeDocument, type VisitorHomeQuery } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { useAnswer } from '../../live/operations.js';
import { LinkButton } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { PageHeading, Section } from '../../ui/page.js';
import pageStyles from '../../ui/page.module.css';
import { markersOf } from '../cities/words.js';
import { MapPicture } from '../map/europe-map.js';
import { MeetingRows } from '../meetings/meeting-rows.js';
import styles from './home.module.css';

const steps = [
  ['find', 'people'],
  ['talk', 'mail'],
  ['meet', 'calendar'],
] as const;

/** For who comes by: what this is, in one look. */
export function VisitorHome() {
  const text = useText();
  const { data } = useAnswer(VisitorHomeDocument, {});
  const { data: map } = useAnswer(CityMarkersDocument, {});
  return (
    <>
      <title>{`Gemina · ${text('home.tab')}`}</title>
      <div className={styles['hero']}>
        <div className={styles['heroInner']}>
          <div className={styles['heroWords']}>
            <PageHeading className={styles['claim']}>{text('home.claim')}</PageHeading>
            <p className={styles['lead']}>{text('home.lead')}</p>
            <div className={styles['acts']}>
              <LinkButton look="night" to="/sign-up">
                {text('home.join')}
              </LinkButton>
              <LinkButton look="nightOutline" to="/cities">
                {text('home.look')}
              </LinkButton>
            </div>
          </div>
          <div className={styles['heroMap']}>
            <MapPicture
              night
              markers={markersOf(map)}
              label={text('home.map', { count: map?.cities.nodes.length ?? 0 })}
            />
          </div>
        </div>
        <Figures figures={data} countries={map && new Set(map.cities.nodes.map(({ country }) => country)).size} />
      </div>
      <div className={pageStyles['page']}>
        <Section title={text('home.how')}>
          <ol className={styles['steps']} role="list">
            {steps.map(([step, icon]) => (
              <li key={step} className={styles['step']}>
                <span className={styles['stepIcon']}>
                  <Icon name={icon} size="1.75rem" />
                </span>
                <h3>{text(`home.${step}`)}</h3>
                <p>{text(`home.${step}.detail`)}</p>
              </li>
            ))}
          </ol>
        </Section>
        {data && data.meetings.nodes.length > 0 && (
          <Section title={text('meetings.upcoming')}>
            <MeetingRows meetings={data.meetings.nodes} label={text('meetings.upcoming')} />
          </Section>
        )}
      </div>
    </>
  );
}

function Figures({ figures, countries }: { figures: VisitorHomeQuery | undefined; countries: number | undefined }) {
  const text = useText();
  const { number } = useFormat();
  const shown = [
    ['home.figure.cities', figures?.cities.totalCount],
    ['home.figure.declared', figures?.declaredCities.totalCount],
    ['home.figure.countries', countries],
    ['home.figure.twinnings', figures?.activeTwinnings.totalCount],
  ] as const;
  return (
    <dl className={styles['figures']}>
      {shown.map(([words, value]) => (
        <div key={words}>
          <dt>{text(words, { count: value ?? 0 })}</dt>
          <dd>{value === undefined ? '–' : number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
