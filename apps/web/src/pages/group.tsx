import { useParams } from 'react-router';
import { GroupSide } from '../features/discussions/group-side.js';
import styles from '../features/discussions/group.module.css';
import { StartThread } from '../features/discussions/start-thread.js';
import { ThreadRows } from '../features/discussions/thread-rows.js';
import { GroupActivityDocument, GroupDocument, type GroupQuery } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer, useMore } from '../live/operations.js';
import { useLive } from '../live/use-live.js';
import { Badge, Badges } from '../ui/badge.js';
import { Page, Section } from '../ui/page.js';
import { EmptyState, Loaded, LoadMore } from '../ui/states.js';
import NotFoundPage from './not-found.js';

type GroupDetail = NonNullable<GroupQuery['group']>;

const pageSize = 20;

export default function GroupPage() {
  const { slug = '' } = useParams();
  const answer = useAnswer(GroupDocument, { slug, first: pageSize }, { about: ['Group', 'Thread'] });
  return (
    <Loaded answer={answer} page>
      {({ group }) => (group ? <GroupView group={group} again={answer.again} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function GroupView({ group, again }: { group: GroupDetail; again: () => void }) {
  const text = useText();
  useLive(
    GroupActivityDocument,
    { groupId: group.id },
    {
      after: group.cursor,
      onEvent: ({ groupActivity }) => {
        again();
        return groupActivity.cursor;
      },
      onGap: again,
    },
  );
  return (
    <Page
      title={group.name}
      lead={group.about}
      crumbs={[{ to: '/groups', label: text('groups.title') }]}
      actions={group.viewer?.member && <StartThread group={group} />}
    >
      <Badges label={text('group.kind')}>
        {[
          <Badge key="kind">{text(`groupKind.${group.kind}`)}</Badge>,
          <Badge key="visibility">{text(`visibility.${group.visibility}`)}</Badge>,
        ]}
      </Badges>
      <div className={styles['layout']}>
        <Threads group={group} />
        <GroupSide group={group} />
      </div>
    </Page>
  );
}

function Threads({ group }: { group: GroupDetail }) {
  const text = useText();
  const more = useMore(group.threads, GroupDocument, {
    key: group.id,
    variables: (after) => ({ slug: group.slug, first: pageSize, after }),
    pick: (data) => data.group?.threads,
  });
  return (
    <Section title={text('group.threads')} aside={text('group.threadCount', { count: group.threads.totalCount })}>
      {more.nodes.length === 0 ? (
        <EmptyState title={text('group.noThread')}>{text('group.noThread.detail')}</EmptyState>
      ) : (
        <ThreadRows threads={more.nodes} />
      )}
      <LoadMore more={more} />
    </Section>
  );
}
