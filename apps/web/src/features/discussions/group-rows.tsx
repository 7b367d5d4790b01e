import type { GroupCardFragment } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { Badge, Count } from '../../ui/badge.js';
import { Card, CardLink, CardList, cardStyles } from '../../ui/card.js';
import { Icon } from '../../ui/icon.js';
import styles from './group.module.css';

/** Groups with what is unread in them. */
export function GroupRows({ groups, label }: { groups: readonly GroupCardFragment[]; label: string }) {
  return (
    <CardList layout="stack" label={label}>
      {groups.map((group) => (
        <li key={group.id}>
          <GroupCard group={group} />
        </li>
      ))}
    </CardList>
  );
}

function GroupCard({
  group: { slug, name, about, kind, visibility, memberCount, viewer },
}: {
  group: GroupCardFragment;
}) {
  const text = useText();
  const unread = viewer?.unreadThreadCount ?? 0;
  return (
    <Card linked>
      <div className={styles['rowHead']}>
        <h3>
          <CardLink to={`/groups/${slug}`}>{name}</CardLink>
        </h3>
        {unread > 0 && (
          <span className={styles['unread']}>
            <Count value={unread} />
            <span className="sr-only">{text('groups.unread', { count: unread })}</span>
          </span>
        )}
      </div>
      {about && <p className={styles['about']}>{about}</p>}
      <div className={cardStyles['meta']}>
        <Badge tone={kind === 'TWINNING' ? 'brick' : 'plain'}>{text(`groupKind.${kind}`)}</Badge>
        <span className={styles['visibility']}>
          {visibility !== 'PUBLIC' && <Icon name="lock" size="1em" />}
          {text(`visibility.${visibility}`)}
        </span>
        <span>{text('groups.members', { count: memberCount })}</span>
      </div>
    </Card>
  );
}
