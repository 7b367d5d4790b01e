import { useParams } from 'react-router';
import { CityDocument, type CityQuery } from '../generated/graphql.js';
import styles from '../features/cities/city.module.css';
import {
  CityTwinnings,
  FocalPoints,
  LearningRequests,
  MentorOffer,
  Networks,
} from '../features/cities/city-sections.js';
import { Claims } from '../features/cities/claims.js';
import { RequestMembership } from '../features/cities/request-membership.js';
import { useCityLine } from '../features/cities/words.js';
import { MapPicture } from '../features/map/europe-map.js';
import { useFormat } from '../i18n/format.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer } from '../live/operations.js';
import { Badge } from '../ui/badge.js';
import { cardStyles, DataList } from '../ui/card.js';
import { Emblem } from '../ui/emblem.js';
import { Breadcrumbs, Page, PageHeading, Section } from '../ui/page.js';
import { Loaded } from '../ui/states.js';
import NotFoundPage from './not-found.js';

type CityDetail = NonNullable<CityQuery['city']>;

export default function CityPage() {
  const { slug = '' } = useParams();
  const answer = useAnswer(
    CityDocument,
    { slug },
    { about: ['City', 'Claim', 'Twinning', 'LearningRequest', 'MentorOffer'] },
  );
  return (
    <Loaded answer={answer} page>
      {({ city }) => (city ? <CityView city={city} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function CityView({ city }: { city: CityDetail }) {
  const text = useText();
  const requests = city.learningRequests.filter(({ open }) => open);
  return (
    <Page title={city.name} ownHeading>
      <Head city={city} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {city.about && <p className={`${cardStyles['prose']} ${styles['about']}`}>{city.about}</p>}
          <Section title={text('claims.title')} aside={text('claims.lead')}>
            <Claims claims={city.claims} />
          </Section>
          {city.mentorOffer && (
            <Section title={text('city.offer')}>
              <MentorOffer offer={city.mentorOffer} />
            </Section>
          )}
          {requests.length > 0 && (
            <Section title={text('city.learning')}>
              <LearningRequests requests={requests} />
            </Section>
          )}
          {city.twinnings.nodes.length > 0 && (
            <Section title={text('twinning.title')}>
              <CityTwinnings twinnings={city.twinnings.nodes} />
            </Section>
          )}
        </div>
        <Side city={city} />
      </div>
    </Page>
  );
}

function Head({ city }: { city: CityDetail }) {
  const text = useText();
  const line = useCityLine();
  return (
    <header className={styles['head']}>
      <Emblem name={city.name} size="large" />
      <div className={styles['headWords']}>
        <Breadcrumbs crumbs={[{ to: '/cities', label: text('cities.title') }]} />
        <PageHeading>{city.name}</PageHeading>
        <p className={cardStyles['soft']}>{line(city)}</p>
        <div className={styles['marks']}>
          {city.declared && (
            <Badge tone="verdigris">
              {city.declaredYear
                ? text('city.declaredIn', { year: String(city.declaredYear) })
                : text('cities.declared')}
            </Badge>
          )}
          {city.mentorOffer?.open && <Badge tone="brick">{text('cities.mentoring')}</Badge>}
        </div>
      </div>
      <div className={styles['headAct']}>
        <RequestMembership city={city} />
      </div>
    </header>
  );
}

function Side({ city }: { city: CityDetail }) {
  const text = useText();
  const { language, list } = useFormat();
  const marker = city.location && {
    ...city,
    ...city.location,
    mentoring: city.mentorOffer?.open ?? false,
  };
  const website = city.website && <a href={city.website}>{new URL(city.website).hostname}</a>;
  return (
    <div className={styles['column']}>
      {marker && (
        <div className={styles['locator']}>
          <MapPicture markers={[marker]} label={text('city.onMap', { city: city.name })} />
        </div>
      )}
      <DataList
        entries={[
          [text('twinning.languages'), list(city.languages.map(language))],
          [text('city.website'), website],
          [text('city.networks'), city.networks.length > 0 && <Networks networks={city.networks} />],
        ]}
      />
      <Section title={text('city.focalPoints')}>
        <FocalPoints people={city.focalPoints} />
      </Section>
    </div>
  );
}
