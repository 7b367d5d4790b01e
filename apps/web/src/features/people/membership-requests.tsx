import {
  ConfirmMembershipDocument,
  EndMembershipDocument,
  MembershipRequestsDocument,
  type MembershipRequestsQuery,
} from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { useAction, useAnswer, useMore } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { Card, CardList, cardStyles } from '../../ui/card.js';
import { Avatar } from '../../ui/emblem.js';
import { FormActions, RefusalSummary } from '../../ui/form.js';
import { EmptyState, Loaded, LoadMore } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';

type Request = MembershipRequestsQuery['membershipRequests']['nodes'][number];

/** Who asks to speak for a city: administrators see all, focal points those of their own city. */
export function MembershipRequests() {
  const text = useText();
  const answer = useAnswer(MembershipRequestsDocument, {}, { about: ['Membership'] });
  const more = useMore(answer.data?.membershipRequests, MembershipRequestsDocument, {
    key: 'all',
    variables: (after) => ({ after }),
    pick: (data) => data.membershipRequests,
  });
  return (
    <Loaded answer={answer}>
      {() =>
        more.nodes.length === 0 ? (
          <EmptyState title={text('admin.memberships.none')} />
        ) : (
          <>
            <CardList layout="stack" label={text('admin.memberships')}>
              {more.nodes.map((request) => (
                <li key={request.id}>
                  <RequestCard request={request} />
                </li>
              ))}
            </CardList>
            <LoadMore more={more} />
          </>
        )
      }
    </Loaded>
  );
}

function RequestCard({ request: { id, person, body, role, title, since } }: { request: Request }) {
  const text = useText();
  const { shortDate } = useFormat();
  const confirm = useAction(ConfirmMembershipDocument);
  const decline = useAction(EndMembershipDocument);
  const names = { person: person.name, city: body.name };
  const refusal = confirm.refusal ?? decline.refusal;
  const decide = async (action: typeof confirm | typeof decline, words: string) => {
    if (await action.run({ id })) toast(words);
  };
  return (
    <Card>
      {refusal && <RefusalSummary refusal={refusal} />}
      <div className={cardStyles['row']}>
        <Avatar name={person.name} />
        <div>
          <h3>{person.name}</h3>
          <p>{text('admin.asks', { role: text(`role.${role}`), city: body.name })}</p>
        </div>
      </div>
      <p className={cardStyles['meta']}>
        {title && <span>{title}</span>}
        {person.email && <span>{person.email}</span>}
        <span>{shortDate(since)}</span>
      </p>
      <FormActions>
        <Button
          look="primary"
          busy={confirm.busy}
          aria-label={text('admin.confirmNamed', names)}
          onPress={() => void decide(confirm, text('admin.confirmed', names))}
        >
          {text('admin.confirm')}
        </Button>
        <Button
          busy={decline.busy}
          aria-label={text('admin.declineNamed', names)}
          onPress={() => void decide(decline, text('admin.declined', names))}
        >
          {text('admin.decline')}
        </Button>
      </FormActions>
    </Card>
  );
}
