import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { BehindLink } from '../features/mail/behind-link.js';
import { unsubscribeOneClick } from '../features/mail/unsubscribe.js';
import { useText } from '../i18n/i18n.js';
import type { Refusal } from '../live/refusal.js';

/** Where `List-Unsubscribe` leads when a person, not a mail program, follows it (RFC 8058: GET asks, POST acts). */
export default function UnsubscribePage() {
  const text = useText();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const leave = async (token: string) => {
    setBusy(true);
    const refused = await unsubscribeOneClick(token);
    setBusy(false);
    setRefusal(refused);
    return refused === undefined;
  };
  return (
    <BehindLink
      title={text('unsubscribe.title')}
      lead={text('unsubscribe.lead')}
      button={text('unsubscribe.button')}
      done={{ title: text('unsubscribe.done'), detail: text('unsubscribe.done.detail') }}
      act={leave}
      busy={busy}
      refusal={refusal}
      token={params.get('token')}
    />
  );
}
