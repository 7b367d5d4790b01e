import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/i18n.js';
import type { Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button.js';
import { FormActions, RefusalSummary } from '../../ui/form.js';
import { Page } from '../../ui/page.js';
import { EmptyState } from '../../ui/states.js';

interface BehindLinkProps {
  title: string;
  lead: string;
  /** The words of the button that acts. */
  button: string;
  done: { title: string; detail: string; next?: ReactNode };
  act: (token: string) => Promise<boolean>;
  busy: boolean;
  refusal?: Refusal;
  token: string | null;
}

/** A page behind a link in a mail: it says what would happen, and only its button makes it happen. */
export function BehindLink({ title, lead, button, done, act, busy, refusal, token }: BehindLinkProps) {
  const text = useText();
  const [isDone, setDone] = useState(false);
  if (!token) {
    return (
      <Page title={title} width="narrow">
        <EmptyState title={text('mail.noToken')}>{text('mail.noToken.detail')}</EmptyState>
      </Page>
    );
  }
  if (isDone) {
    return (
      <Page title={done.title} lead={done.detail} width="narrow">
        {done.next}
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} width="narrow">
      {refusal && <RefusalSummary refusal={refusal} />}
      <FormActions>
        <Button look="primary" busy={busy} onPress={() => void act(token).then(setDone)}>
          {button}
        </Button>
      </FormActions>
    </Page>
  );
}
