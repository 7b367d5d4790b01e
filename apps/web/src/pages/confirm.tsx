import { useSearchParams } from 'react-router';
import { BehindLink } from '../features/mail/behind-link.js';
import { ConfirmSubscriptionDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';

/** Double opt-in: nothing is sent to an address before its owner pressed this page's button. */
export default function ConfirmPage() {
  const text = useText();
  const [params] = useSearchParams();
  const { run, busy, refusal } = useAction(ConfirmSubscriptionDocument);
  return (
    <BehindLink
      title={text('confirm.title')}
      lead={text('confirm.lead')}
      button={text('confirm.button')}
      done={{ title: text('confirm.done'), detail: text('confirm.done.detail') }}
      act={async (token) => Boolean(await run({ token }))}
      busy={busy}
      refusal={refusal}
      token={params.get('token')}
    />
  );
}
