import type { MeetingCardFragment } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Card, CardLink, CardList, cardStyles } from '../../ui/card.js';
import { DateLeaf } from './date-leaf.js';
import { useMeetingDates } from './meeting-words.js';

export function MeetingRows({ meetings, label }: { meetings: readonly MeetingCardFragment[]; label: string }) {
  return (
    <CardList layout="stack" label={label}>
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <MeetingRow meeting={meeting} />
        </li>
      ))}
    </CardList>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingCardFragment }) {
  const text = useText();
  const dates = useMeetingDates();
  const { slug, title, startsAt, timeZone, venue, host, series, format, status } = meeting;
  return (
    <Card linked>
      <div className={cardStyles['row']}>
        <DateLeaf instant={startsAt} timeZone={timeZone} />
        <div>
          {series && <p className={cardStyles['small']}>{series.name}</p>}
          <h3>
            <CardLink to={`/meetings/${slug}`}>{title}</CardLink>
          </h3>
          <p className={cardStyles['meta']}>
            <span>{dates(meeting)}</span>
            {(venue ?? host?.name) && <span>{venue ?? host?.name}</span>}
            <span>{text(`meetingFormat.${format}`)}</span>
            {status === 'CANCELLED' && <Badge tone="danger">{text('meetingStatus.CANCELLED')}</Badge>}
          </p>
        </div>
      </div>
    </Card>
  );
}
