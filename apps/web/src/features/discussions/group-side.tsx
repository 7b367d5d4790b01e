import {
  GroupMembersDocument,
  JoinGroupDocument,
  LeaveGroupDocument,
  SetDeliveryDocument,
  type GroupQuery,
} from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction, useAnswer, useMore } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { cardStyles } from '../../ui/card.js';
import { CopyText } from '../../ui/copy-text.js';
import { Avatar } from '../../ui/emblem.js';
import { Select } from '../../ui/field.js';
import { RefusalSummary } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { Loaded, LoadMore } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useSession } from '../people/session.js';
import { deliveryModes } from '../vocabulary.js';
import styles from './group.module.css';

type GroupDetail = NonNullable<GroupQuery['group']>;

/** Beside a group's threads: taking part, by web or by mail, and who else does. */
export function GroupSide({ group }: { group: GroupDetail }) {
  const text = useText();
  return (
    <div className={styles['side']}>
      <Membership group={group} />
      <Section title={text('group.mail')}>
        <p className={cardStyles['soft']}>{text('group.mail.lead')}</p>
        <CopyText value={group.mailingList.address} label={text('group.mail.copy')} />
      </Section>
      <Section title={text('group.members')} aside={String(group.memberCount)}>
        <Members groupId={group.id} />
      </Section>
    </div>
  );
}

function Membership({ group }: { group: GroupDetail }) {
  const text = useText();
  const { viewer } = useSession();
  const join = useAction(JoinGroupDocument);
  const leave = useAction(LeaveGroupDocument);
  const delivery = useAction(SetDeliveryDocument);
  const refusal = join.refusal ?? leave.refusal ?? delivery.refusal;
  if (!viewer) return null;
  return (
    <Section title={text('group.part')}>
      {refusal && <RefusalSummary refusal={refusal} />}
      {group.viewer?.member ? (
        <>
          <Select
            label={text('group.delivery')}
            value={group.viewer.delivery}
            options={deliveryModes.map((value) => ({ value, label: text(`delivery.${value}`) }))}
            onChange={(chosen) =>
              void delivery
                .run({ input: { groupId: group.id, delivery: chosen } })
                .then((done) => done && toast(text('settings.saved')))
            }
          />
          <div>
            <Button small onPress={() => void leave.run({ id: group.id })} busy={leave.busy}>
              {text('group.leave')}
            </Button>
          </div>
        </>
      ) : (
        <Button look="primary" onPress={() => void join.run({ id: group.id })} busy={join.busy}>
          {text('group.join')}
        </Button>
      )}
    </Section>
  );
}

function Members({ groupId }: { groupId: string }) {
  const text = useText();
  const answer = useAnswer(GroupMembersDocument, { id: groupId }, { about: ['GroupMember'] });
  const more = useMore(answer.data?.group?.members, GroupMembersDocument, {
    key: groupId,
    variables: (after) => ({ id: groupId, after }),
    pick: (data) => data.group?.members,
  });
  return (
    <Loaded answer={answer}>
      {() => (
        <>
          <ul className={styles['people']} role="list" aria-label={text('group.members')}>
            {more.nodes.map(({ person, moderator }) => (
              <li key={person.id}>
                <Avatar name={person.name} small />
                {person.name}
                {moderator && ` (${text('group.moderator')})`}
              </li>
            ))}
          </ul>
          <LoadMore more={more} />
        </>
      )}
    </Loaded>
  );
}
