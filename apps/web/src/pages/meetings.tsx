import { useState } from 'react';
import { MeetingRows } from '../features/meetings/meeting-rows.js';
import { PlanMeeting } from '../features/meetings/plan-meeting.js';
import { useSession } from '../features/people/session.js';
import { MeetingsDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer, useMore } from '../live/operations.js';
import { Page } from '../ui/page.js';
import { EmptyState, Loaded, LoadMore } from '../ui/states.js';
import { Tabs } from '../ui/tabs.js';

const pageSize = 20;

export default function MeetingsPage() {
  const text = useText();
  const { viewer } = useSession();
  const [when, setWhen] = useState<'upcoming' | 'past'>('upcoming');
  const organises = viewer?.roles.some((role) => role === 'ORGANISER' || role === 'ADMIN') ?? false;
  return (
    <Page
      title={text('meetings.title')}
      lead={text('meetings.lead')}
      width="reading"
      actions={organises && <PlanMeeting />}
    >
      <div>
        <Tabs
          label={text('meetings.title')}
          selected={when}
          onSelect={setWhen}
          tabs={[
            { id: 'upcoming', label: text('meetings.upcoming'), content: <MeetingList upcoming /> },
            { id: 'past', label: text('meetings.past'), content: <MeetingList upcoming={false} /> },
          ]}
        />
      </div>
    </Page>
  );
}

function MeetingList({ upcoming }: { upcoming: boolean }) {
  const text = useText();
  const answer = useAnswer(MeetingsDocument, { first: pageSize, upcoming }, { about: ['Meeting'] });
  const more = useMore(answer.data?.meetings, MeetingsDocument, {
    key: String(upcoming),
    variables: (after) => ({ first: pageSize, after, upcoming }),
    pick: (data) => data.meetings,
  });
  const title = text(upcoming ? 'meetings.upcoming' : 'meetings.past');
  return (
    <>
      <h2 className="sr-only">{title}</h2>
      <Loaded answer={answer}>
        {() =>
          more.nodes.length === 0 ? (
            <EmptyState title={text('meetings.none')}>{text('meetings.none.detail')}</EmptyState>
          ) : (
            <MeetingRows meetings={more.nodes} label={title} />
          )
        }
      </Loaded>
      <LoadMore more={more} />
    </>
  );
}
