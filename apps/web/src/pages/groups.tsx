import { GroupRows } from '../features/discussions/group-rows.js';
import { useSession } from '../features/people/session.js';
import { GroupsDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer, useMore } from '../live/operations.js';
import { Page, Section } from '../ui/page.js';
import { EmptyState, Loaded, LoadMore } from '../ui/states.js';

const pageSize = 20;

export default function GroupsPage() {
  const text = useText();
  const { viewer } = useSession();
  return (
    <Page title={text('groups.title')} lead={text('groups.lead')} width="reading">
      {viewer && (
        <Section title={text('groups.mine')}>
          <GroupList mine />
        </Section>
      )}
      <Section title={text('groups.all')}>
        <GroupList />
      </Section>
    </Page>
  );
}

function GroupList({ mine }: { mine?: true }) {
  const text = useText();
  const answer = useAnswer(GroupsDocument, { first: pageSize, mine }, { about: ['Group'] });
  const more = useMore(answer.data?.groups, GroupsDocument, {
    key: String(mine),
    variables: (after) => ({ first: pageSize, after, mine }),
    pick: (data) => data.groups,
  });
  return (
    <Loaded answer={answer}>
      {() =>
        more.nodes.length === 0 ? (
          <EmptyState title={text(mine ? 'groups.mine.none' : 'groups.none')}>{text('groups.none.detail')}</EmptyState>
        ) : (
          <>
            <GroupRows groups={more.nodes} label={text(mine ? 'groups.mine' : 'groups.all')} />
            <LoadMore more={more} />
          </>
        )
      }
    </Loaded>
  );
}
