import type { MeetingCardFragment } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';

/** "27–28 November 2019", in the meeting's own zone; or that the date is still open. */
export function useMeetingDates(): (meeting: Pick<MeetingCardFragment, 'startsAt' | 'endsAt' | 'timeZone'>) => string {
  const text = useText();
  const { date, dateRange } = useFormat();
  return ({ startsAt, endsAt, timeZone }) => {
    if (!startsAt) return text('meetings.noDate');
    return endsAt ? dateRange(startsAt, endsAt, timeZone) : date(startsAt, timeZone);
  };
}
