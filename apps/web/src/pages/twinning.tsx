import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { citiesActedFor, type Viewer } from '../features/people/session.js';
import { SignedIn } from '../features/people/signed-in.js';
import { Learn } from '../features/twinning/learn.js';
import { Mentor } from '../features/twinning/mentor.js';
import { TwinningCard } from '../features/twinning/twinning-card.js';
import styles from '../features/twinning/twinning.module.css';
import { TwinningDeskDocument, type TwinningDeskQuery } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer } from '../live/operations.js';
import { LinkButton } from '../ui/button.js';
import { CardList } from '../ui/card.js';
import { Select } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loaded } from '../ui/states.js';
import { Tabs } from '../ui/tabs.js';

type Desk = NonNullable<TwinningDeskQuery['city']>;
const sides = ['learn', 'mentor', 'twinnings'] as const;

export default function TwinningPage() {
  const text = useText();
  return (
    <Page title={text('twinning.title')} lead={text('twinning.lead')} width="reading">
      <SignedIn>{(viewer) => <Desks viewer={viewer} />}</SignedIn>
    </Page>
  );
}

function Desks({ viewer }: { viewer: Viewer }) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const cities = citiesActedFor(viewer);
  const city = cities.find(({ slug }) => slug === params.get('city')) ?? cities[0];
  if (!city) {
    const action = (
      <LinkButton look="primary" to="/cities">
        {text('verify.findCity')}
      </LinkButton>
    );
    return (
      <EmptyState title={text('twinning.noCity')} action={action}>
        {text('twinning.noCity.detail')}
      </EmptyState>
    );
  }
  return (
    <>
      {cities.length > 1 && (
        <div className={styles['bar']}>
          <Select
            label={text('twinning.actFor')}
            value={city.slug}
            options={cities.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(slug) => setParams({ city: slug })}
          />
        </div>
      )}
      <DeskOf key={city.id} cityId={city.id} />
    </>
  );
}

function DeskOf({ cityId }: { cityId: string }) {
  const answer = useAnswer(TwinningDeskDocument, { cityId }, { about: ['Twinning', 'LearningRequest', 'MentorOffer'] });
  return <Loaded answer={answer}>{({ city }) => city && <DeskTabs city={city} />}</Loaded>;
}

function DeskTabs({ city }: { city: Desk }) {
  const text = useText();
  const [params, setParams] = useSearchParams();
  const waiting = city.twinnings.nodes.filter(({ status, mentor }) => status === 'PROPOSED' && mentor.id === city.id);
  // Chosen once: an answer given must not carry its card out of sight.
  const [first] = useState(waiting.length > 0 ? 'twinnings' : 'learn');
  const selected = sides.find((side) => side === params.get('side')) ?? first;
  const select = (side: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.set('side', side);
      return next;
    });
  return (
    <div className={styles['desk']}>
      <h2 className="sr-only">{city.name}</h2>
      <Tabs
        label={text('twinning.title')}
        selected={selected}
        onSelect={select}
        tabs={[
          { id: 'learn', label: text('twinning.learn', { city: city.name }), content: <Learn city={city} /> },
          { id: 'mentor', label: text('twinning.mentor', { city: city.name }), content: <Mentor city={city} /> },
          { id: 'twinnings', label: text('twinning.ours'), count: waiting.length, content: <Ours city={city} /> },
        ]}
      />
    </div>
  );
}

function Ours({ city }: { city: Desk }) {
  const text = useText();
  const { nodes } = city.twinnings;
  if (nodes.length === 0) return <EmptyState title={text('twinning.none')}>{text('twinning.none.detail')}</EmptyState>;
  const [waiting, rest] = [
    nodes.filter(({ status }) => status === 'PROPOSED'),
    nodes.filter(({ status }) => status !== 'PROPOSED'),
  ];
  return (
    <CardList layout="stack" label={text('twinning.ours')}>
      {[...waiting, ...rest].map((twinning) => (
        <li key={twinning.id}>
          <TwinningCard twinning={twinning} cityId={city.id} />
        </li>
      ))}
    </CardList>
  );
}
