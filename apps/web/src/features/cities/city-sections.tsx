import { Link } from 'react-router';
import type { CityQuery } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Badge, Badges } from '../../ui/badge.js';
import { Card, CardList, cardStyles, DataList } from '../../ui/card.js';
import { Avatar, EmblemPair } from '../../ui/emblem.js';
import { EmptyState } from '../../ui/states.js';
import { ThemeBadges } from '../theme-badges.js';

type CityDetail = NonNullable<CityQuery['city']>;

export function FocalPoints({ people }: { people: CityDetail['focalPoints'] }) {
  const text = useText();
  if (people.length === 0)
    return <EmptyState title={text('city.noFocalPoint')}>{text('city.noFocalPoint.detail')}</EmptyState>;
  return (
    <CardList layout="stack" label={text('city.focalPoints')}>
      {people.map(({ id, name }) => (
        <li key={id} className={cardStyles['row']}>
          <Avatar name={name} />
          <strong>{name}</strong>
        </li>
      ))}
    </CardList>
  );
}

/** What this city offers as mentor, and how much room there is left. */
export function MentorOffer({ offer }: { offer: NonNullable<CityDetail['mentorOffer']> }) {
  const text = useText();
  const { language, list } = useFormat();
  const places = text('city.places', {
    free: Math.max(0, offer.capacity - offer.activeCount),
    capacity: offer.capacity,
  });
  return (
    <Card>
      <div>
        <Badge tone={offer.open ? 'brick' : 'plain'}>
          {text(offer.open ? 'cities.mentoring' : 'city.offerClosed')}
        </Badge>
      </div>
      {offer.about && <p className={cardStyles['prose']}>{offer.about}</p>}
      <ThemeBadges themes={offer.themes} />
      <DataList
        wide
        entries={[
          [text('city.placesTerm'), places],
          [text('twinning.languages'), list(offer.languages.map(language))],
          [text('twinning.formats'), list(offer.formats.map((format) => text(`format.${format}`)))],
        ]}
      />
    </Card>
  );
}

export function LearningRequests({ requests }: { requests: CityDetail['learningRequests'] }) {
  const text = useText();
  return (
    <CardList layout="stack" label={text('city.learning')}>
      {requests.map((request) => (
        <li key={request.id}>
          <Card>
            <p className={cardStyles['prose']}>{request.goal}</p>
            <ThemeBadges themes={request.themes} />
          </Card>
        </li>
      ))}
    </CardList>
  );
}

export function CityTwinnings({ twinnings }: { twinnings: CityDetail['twinnings']['nodes'] }) {
  const text = useText();
  return (
    <CardList layout="stack" label={text('twinning.title')}>
      {twinnings.map(({ id, mentor, learner, status }) => (
        <li key={id} className={cardStyles['row']}>
          <EmblemPair names={[mentor.name, learner.name]} />
          <p>
            <Link to={`/cities/${mentor.slug}`}>{mentor.name}</Link> {text('city.mentors')}{' '}
            <Link to={`/cities/${learner.slug}`}>{learner.name}</Link> <Badge>{text(`twinningStatus.${status}`)}</Badge>
          </p>
        </li>
      ))}
    </CardList>
  );
}

export function Networks({ networks }: { networks: CityDetail['networks'] }) {
  const text = useText();
  return (
    <Badges label={text('city.networks')}>
      {networks.map(({ id, name }) => (
        <Badge key={id}>{name}</Badge>
      ))}
    </Badges>
  );
}
