import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { MemberHomeDocument, type MemberHomeQuery } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAnswer } from '../../live/operations.js';
import { LinkButton } from '../../ui/button.js';
import { Card, CardLink, CardList, cardStyles } from '../../ui/card.js';
import { EmblemPair } from '../../ui/emblem.js';
import { Icon } from '../../ui/icon.js';
import { Page, Section } from '../../ui/page.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { GroupRows } from '../discussions/group-rows.js';
import { MeetingRows } from '../meetings/meeting-rows.js';
import { citiesActedFor, isFocalPoint, type Viewer } from '../people/session.js';
import styles from './home.module.css';

/** For who is signed in: what waits, then where things go on. */
export function MemberHome({ viewer }: { viewer: Viewer }) {
  const text = useText();
  const answer = useAnswer(MemberHomeDocument, {}, { about: ['Group', 'Twinning', 'Membership', 'Meeting'] });
  const [first = viewer.name] = viewer.name.split(' ');
  return (
    <Page title={text('home.welcome', { name: first })} tabTitle={text('home.tab')}>
      <Loaded answer={answer}>
        {(data) => (
          <div className={styles['columns']}>
            <div className={styles['column']}>
              <Section title={text('home.waiting')}>
                <Waiting viewer={viewer} data={data} />
              </Section>
              <Section title={text('groups.mine')} aside={<Link to="/groups">{text('groups.all')}</Link>}>
                {data.groups.nodes.length > 0 ? (
                  <GroupRows groups={data.groups.nodes} label={text('groups.mine')} />
                ) : (
                  <EmptyState
                    title={text('groups.mine.none')}
                    action={<LinkButton to="/groups">{text('groups.all')}</LinkButton>}
                  />
                )}
              </Section>
            </div>
            <Section title={text('meetings.upcoming')} aside={<Link to="/meetings">{text('meetings.title')}</Link>}>
              {data.meetings.nodes.length > 0 ? (
                <MeetingRows meetings={data.meetings.nodes} label={text('meetings.upcoming')} />
              ) : (
                <EmptyState title={text('meetings.none')} />
              )}
            </Section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Waiting({ viewer, data }: { viewer: Viewer; data: MemberHomeQuery }) {
  const text = useText();
  const own = citiesActedFor(viewer).map(({ id }) => id);
  const proposals = data.twinnings.nodes.filter(({ mentor }) => own.includes(mentor.id));
  const requests = viewer.roles.includes('ADMIN') || isFocalPoint(viewer) ? data.membershipRequests.totalCount : 0;
  const homeless = viewer.memberships.every(({ status }) => status === 'ENDED');
  const tasks = [
    ...proposals.map(({ id, mentor, learner }) => (
      <Task
        key={id}
        to={`/twinning?city=${mentor.slug}&side=twinnings`}
        picture={<EmblemPair names={[mentor.name, learner.name]} />}
      >
        {text('home.task.proposal', { learner: learner.name, mentor: mentor.name })}
      </Task>
    )),
    requests > 0 && (
      <Task key="requests" to="/admin" picture={<Icon name="people" size="2rem" />}>
        {text('home.task.memberships', { count: requests })}
      </Task>
    ),
    homeless && (
      <Task key="city" to="/cities" picture={<Icon name="pin" size="2rem" />}>
        {text('home.task.city')}
      </Task>
    ),
  ].filter(Boolean);
  if (tasks.length === 0) return <p className={cardStyles['soft']}>{text('home.nothing')}</p>;
  return <CardList layout="stack">{tasks}</CardList>;
}

function Task({ to, picture, children }: { to: string; picture: ReactNode; children: ReactNode }) {
  return (
    <li>
      <Card linked>
        <div className={cardStyles['row']}>
          {picture}
          <strong>
            <CardLink to={to}>{children}</CardLink>
          </strong>
        </div>
      </Card>
    </li>
  );
}
