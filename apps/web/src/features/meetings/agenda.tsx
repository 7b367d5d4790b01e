import type { SessionKind, SessionRowFragment } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState } from '../../ui/states.js';
import styles from './agenda.module.css';
import { dayOf } from './wall-time.js';

/** Sessions in which nobody works: they are drawn lightly. */
const pauses: readonly SessionKind[] = ['BREAK', 'MEAL', 'SOCIAL', 'REGISTRATION'];

interface AgendaProps {
  sessions: readonly SessionRowFragment[];
  timeZone: string;
}

/** A meeting day by day and slot by slot: what runs at the same time stands side by side. */
export function Agenda({ sessions, timeZone }: AgendaProps) {
  const text = useText();
  const { weekday } = useFormat();
  const timed = sessions.filter(({ startsAt }) => startsAt);
  const untimed = sessions.filter(({ startsAt }) => !startsAt);
  if (sessions.length === 0)
    return <EmptyState title={text('meeting.noAgenda')}>{text('meeting.noAgenda.detail')}</EmptyState>;
  const days = Object.entries(Object.groupBy(timed, ({ startsAt }) => dayOf(startsAt ?? '', timeZone))).sort();
  return (
    <div className={styles['agenda']}>
      {days.map(([day, ofDay = []]) => (
        <section key={day} className={styles['day']} aria-label={weekday(ofDay[0]?.startsAt ?? '', timeZone)}>
          <h3 className={styles['dayName']}>{weekday(ofDay[0]?.startsAt ?? '', timeZone)}</h3>
          <Slots sessions={ofDay} timeZone={timeZone} />
        </section>
      ))}
      {untimed.length > 0 && (
        <section className={styles['day']}>
          <h3 className={styles['dayName']}>{text('meeting.untimed')}</h3>
          <ol className={styles['slots']} role="list">
            {untimed.map((session) => (
              <li key={session.id} className={styles['slot']}>
                <p className={styles['time']}>{text('meeting.minutes', { count: session.minutes })}</p>
                <div className={styles['parallel']}>
                  <Session session={session} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Slots({ sessions, timeZone }: AgendaProps) {
  const { time } = useFormat();
  const slots = Object.entries(Object.groupBy(sessions, ({ startsAt }) => startsAt ?? '')).sort(
    ([a], [b]) => Date.parse(a) - Date.parse(b),
  );
  return (
    <ol className={styles['slots']} role="list">
      {slots.map(([startsAt, ofSlot = []]) => {
        const end = ofSlot
          .map(({ endsAt }) => endsAt ?? '')
          .sort()
          .at(-1);
        return (
          <li key={startsAt} className={styles['slot']}>
            <p className={styles['time']}>
              <time dateTime={startsAt}>{time(startsAt, timeZone)}</time>
              {end && <span className={styles['until']}> – {time(end, timeZone)}</span>}
            </p>
            <div className={styles['parallel']}>
              {ofSlot.map((session) => (
                <Session key={session.id} session={session} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Session({ session }: { session: SessionRowFragment }) {
  const text = useText();
  const { list } = useFormat();
  const { title, kind, about, questions, room, speakers, standingItem } = session;
  const looks = [styles['session'], pauses.includes(kind) && styles['pause'], standingItem && styles['standing']];
  return (
    <article className={looks.filter(Boolean).join(' ')}>
      <h4>{title}</h4>
      <p className={styles['meta']}>
        {standingItem && (
          <Badge tone="brass">
            <Icon name="star" size="1em" />
            {text('meeting.standing')}
          </Badge>
        )}
        <span>{text(`sessionKind.${kind}`)}</span>
        {room && <span>{room.name}</span>}
        {speakers.length > 0 && <span>{list(speakers.map(({ name }) => name))}</span>}
      </p>
      {about && <p className={styles['about']}>{about}</p>}
      {questions.length > 0 && (
        <ul className={styles['questions']}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </article>
  );
}
