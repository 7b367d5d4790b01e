import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../features/people/session.js';
import { RequestSignInLinkDocument, SignInDocument, SignInWithLinkDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { entry, Form, FormActions, RefusalSummary, secret } from '../ui/form.js';
import { Page, Section } from '../ui/page.js';
import { EmptyState } from '../ui/states.js';

export default function SignInPage() {
  const [params] = useSearchParams();
  const token = params.get('token');
  return token ? <ByLink token={token} /> : <ByPassword next={params.get('next')} />;
}

/** Only paths of our own: a link may not send people elsewhere after they signed in. */
const safePath = (next: string | null) => (next?.startsWith('/') && !next.startsWith('//') ? next : '/');

/** Behind the mailed link: opening the page changes nothing, so that a mail scanner can't use up the token. */
function ByLink({ token }: { token: string }) {
  const text = useText();
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run, busy, refusal } = useAction(SignInWithLinkDocument);
  const signIn = async () => {
    if (!(await run({ token }))) return;
    renew();
    await navigate('/', { replace: true });
  };
  return (
    <Page title={text('signIn.link.title')} lead={text('signIn.link.lead')} width="narrow">
      {refusal && <RefusalSummary refusal={refusal} />}
      <FormActions>
        <Button look="primary" onPress={() => void signIn()} busy={busy}>
          {text('people.signIn')}
        </Button>
        {refusal && <Link to="/sign-in">{text('signIn.link.another')}</Link>}
      </FormActions>
    </Page>
  );
}

function ByPassword({ next }: { next: string | null }) {
  const text = useText();
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run, busy, refusal } = useAction(SignInDocument);
  const signIn = async (entries: FormData) => {
    const input = { email: entry(entries, 'email'), password: secret(entries, 'password') };
    if (!(await run({ input }))) return;
    renew();
    await navigate(safePath(next), { replace: true });
  };
  // The server says UNAUTHENTICATED for a wrong pair as for a missing session: here it means the first.
  const shown = refusal?.code === 'UNAUTHENTICATED' ? { ...refusal, code: 'WRONG_PASSWORD' } : refusal;
  return (
    <Page title={text('people.signIn')} width="narrow">
      <Form onSubmit={(entries) => void signIn(entries)} refusal={shown} label={text('people.signIn')}>
        <TextField name="email" type="email" label={text('people.email')} autoComplete="username" required />
        <TextField
          name="password"
          type="password"
          label={text('people.password')}
          autoComplete="current-password"
          required
        />
        <FormActions>
          <Button type="submit" look="primary" busy={busy}>
            {text('people.signIn')}
          </Button>
          <Link to="/sign-up">{text('signIn.noAccount')}</Link>
        </FormActions>
      </Form>
      <LinkByMail />
    </Page>
  );
}

function LinkByMail() {
  const text = useText();
  const { run, busy, refusal } = useAction(RequestSignInLinkDocument);
  const [sentTo, setSentTo] = useState<string>();
  const send = async (email: string) => {
    if (await run({ email })) setSentTo(email);
  };
  return (
    <Section title={text('signIn.mail.title')}>
      {sentTo ? (
        <EmptyState title={text('signIn.mail.sent')}>{text('signIn.mail.sent.detail', { email: sentTo })}</EmptyState>
      ) : (
        <Form
          onSubmit={(entries) => void send(entry(entries, 'email'))}
          refusal={refusal}
          label={text('signIn.mail.title')}
        >
          <TextField
            name="email"
            type="email"
            label={text('people.email')}
            hint={text('signIn.mail.hint')}
            autoComplete="email"
            required
          />
          <FormActions>
            <Button type="submit" busy={busy}>
              {text('signIn.mail.send')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}
