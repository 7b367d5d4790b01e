import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../features/people/session.js';
import { SignUpDocument } from '../generated/graphql.js';
import { useLocale, useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { entry, Form, FormActions, secret } from '../ui/form.js';
import { Page } from '../ui/page.js';
import { EmptyState } from '../ui/states.js';

export default function SignUpPage() {
  const text = useText();
  const [email, setEmail] = useState<string>();
  return (
    <Page title={text('people.signUp')} lead={text('signUp.lead')} width="narrow">
      {email ? (
        <EmptyState title={text('signUp.sent')} action={<Link to="/cities">{text('signUp.next')}</Link>}>
          {text('signUp.sent.detail', { email })}
        </EmptyState>
      ) : (
        <SignUpForm onDone={setEmail} />
      )}
    </Page>
  );
}

function SignUpForm({ onDone }: { onDone: (email: string) => void }) {
  const text = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run, busy, refusal } = useAction(SignUpDocument);
  const signUp = async (entries: FormData) => {
    const email = entry(entries, 'email');
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const input = { name: entry(entries, 'name'), email, password: secret(entries, 'password'), locale, timeZone };
    if (!(await run({ input }))) return;
    onDone(email);
    renew();
    await navigate('/sign-up', { replace: true });
  };
  return (
    <Form onSubmit={(entries) => void signUp(entries)} refusal={refusal} label={text('people.signUp')}>
      <TextField name="name" label={text('people.name')} autoComplete="name" maxLength={120} required />
      <TextField name="email" type="email" label={text('people.email')} autoComplete="email" required />
      <TextField
        name="password"
        type="password"
        label={text('people.password')}
        hint={text('people.password.hint')}
        autoComplete="new-password"
        minLength={12}
        required
      />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('people.signUp')}
        </Button>
        <Link to="/sign-in">{text('signUp.haveAccount')}</Link>
      </FormActions>
    </Form>
  );
}
