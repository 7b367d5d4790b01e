import { useSearchParams } from 'react-router';
import { BehindLink } from '../features/mail/behind-link.js';
import { useSession } from '../features/people/session.js';
import { VerifyEmailDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';
import { LinkButton } from '../ui/button.js';

export default function VerifyPage() {
  const text = useText();
  const [params] = useSearchParams();
  const { viewer, renew } = useSession();
  const { run, busy, refusal } = useAction(VerifyEmailDocument);
  const verify = async (token: string) => {
    const done = Boolean(await run({ token }));
    if (done) renew();
    return done;
  };
  const next = viewer ? (
    <LinkButton look="primary" to="/cities">
      {text('verify.findCity')}
    </LinkButton>
  ) : (
    <LinkButton look="primary" to="/sign-in">
      {text('people.signIn')}
    </LinkButton>
  );
  return (
    <BehindLink
      title={text('verify.title')}
      lead={text('verify.lead')}
      button={text('verify.button')}
      done={{ title: text('verify.done'), detail: text('verify.done.detail'), next: <p>{next}</p> }}
      act={verify}
      busy={busy}
      refusal={refusal}
      token={params.get('token')}
    />
  );
}
