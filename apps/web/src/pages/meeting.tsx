import { Link, useParams } from 'react-router';
import { AgendaActs } from '../features/meetings/add-session.js';
import { Agenda } from '../features/meetings/agenda.js';
import { DateLeaf } from '../features/meetings/date-leaf.js';
import styles from '../features/meetings/meeting.module.css';
import { useMeetingDates } from '../features/meetings/meeting-words.js';
import { useSession } from '../features/people/session.js';
import { AgendaChangedDocument, MeetingDocument, type MeetingQuery } from '../generated/graphql.js';
import { useFormat } from '../i18n/format.js';
import { useText } from '../i18n/i18n.js';
import { announce } from '../live/announcer.js';
import { useAnswer } from '../live/operations.js';
import { useLive } from '../live/use-live.js';
import { Badge } from '../ui/badge.js';
import { AnchorButton } from '../ui/button.js';
import { cardStyles, DataList } from '../ui/card.js';
import { Icon } from '../ui/icon.js';
import { Breadcrumbs, Page, PageHeading, Section } from '../ui/page.js';
import { Loaded } from '../ui/states.js';
import NotFoundPage from './not-found.js';

type MeetingDetail = NonNullable<MeetingQuery['meeting']>;

export default function MeetingPage() {
  const { slug = '' } = useParams();
  const answer = useAnswer(MeetingDocument, { slug }, { about: ['Meeting', 'AgendaSession', 'AgendaVersion'] });
  return (
    <Loaded answer={answer} page>
      {({ meeting }) => (meeting ? <MeetingView meeting={meeting} again={answer.again} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function MeetingView({ meeting, again }: { meeting: MeetingDetail; again: () => void }) {
  const text = useText();
  const { viewer } = useSession();
  const organises = viewer?.roles.some((role) => role === 'ORGANISER' || role === 'ADMIN') ?? false;
  const onEvent = () => {
    announce(text('meeting.changed'));
    again();
    return undefined;
  };
  useLive(AgendaChangedDocument, { meetingId: meeting.id }, { onEvent });
  const state = meeting.agenda.published
    ? text('meeting.version', { version: meeting.agenda.version })
    : text('meeting.draft');
  return (
    <Page title={meeting.title} ownHeading>
      <Head meeting={meeting} />
      {meeting.about && <p className={cardStyles['prose']}>{meeting.about}</p>}
      <Section title={text('meeting.agenda')} aside={state}>
        <p className={cardStyles['small']}>{text('meeting.zone', { zone: meeting.timeZone })}</p>
        {organises && <AgendaActs meeting={meeting} />}
        {organises && <Conflicts conflicts={meeting.agenda.conflicts} />}
        <Agenda sessions={meeting.agenda.sessions} timeZone={meeting.timeZone} />
      </Section>
    </Page>
  );
}

function Head({ meeting }: { meeting: MeetingDetail }) {
  const text = useText();
  const dates = useMeetingDates();
  const { venue, host, series, group, onlineUrl, format, status } = meeting;
  return (
    <header className={styles['head']}>
      <DateLeaf instant={meeting.startsAt} timeZone={meeting.timeZone} />
      <div className={styles['words']}>
        <Breadcrumbs crumbs={[{ to: '/meetings', label: text('meetings.title') }]} />
        {series && <p className={cardStyles['soft']}>{series.name}</p>}
        <PageHeading>{meeting.title}</PageHeading>
        <p className={styles['dates']}>
          {dates(meeting)} {status !== 'PLANNED' && <Badge tone="verdigris">{text(`meetingStatus.${status}`)}</Badge>}
        </p>
        <DataList
          wide
          entries={[
            [text('meetings.venue'), venue],
            [text('meeting.host'), host && <Link to={`/cities/${host.slug}`}>{host.name}</Link>],
            [text('meetings.format'), text(`meetingFormat.${format}`)],
            [text('meeting.online'), onlineUrl && <a href={onlineUrl}>{text('meeting.join')}</a>],
            [text('meeting.group'), group && <Link to={`/groups/${group.slug}`}>{group.name}</Link>],
          ]}
        />
        <p>
          <AnchorButton href={meeting.calendarUrl}>
            <Icon name="calendar" />
            {text('meeting.calendar')}
          </AnchorButton>
        </p>
      </div>
    </header>
  );
}

/** What an organiser should look at before publishing. */
function Conflicts({ conflicts }: { conflicts: MeetingDetail['agenda']['conflicts'] }) {
  const text = useText();
  const { list } = useFormat();
  if (conflicts.length === 0) return null;
  return (
    <div className={styles['conflicts']}>
      <h3>
        <Icon name="warning" /> {text('meeting.conflicts')}
      </h3>
      <ul>
        {conflicts.map(({ kind, message, sessions }) => (
          <li key={`${kind} ${message}`}>
            {message} {sessions.length > 0 && `(${list(sessions.map(({ title }) => title))})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
