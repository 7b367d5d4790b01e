import { useState } from 'react';
import { RequestMembershipDocument, type MembershipRole } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Badge } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Radios } from '../../ui/choice.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { useSession } from '../people/session.js';
import { membershipRoles } from '../vocabulary.js';

interface RequestMembershipProps {
  city: { id: string; slug: string; name: string };
}

/** "I work for this city": the way in for everybody who is to speak for it. */
export function RequestMembership({ city }: RequestMembershipProps) {
  const text = useText();
  const { viewer } = useSession();
  const [open, setOpen] = useState(false);
  if (viewer === undefined) return null;
  if (!viewer) return <LinkButton to={`/sign-in?next=/cities/${city.slug}`}>{text('membership.request')}</LinkButton>;
  const own = viewer.memberships.find(({ body, status }) => body.id === city.id && status !== 'ENDED');
  if (own) {
    const words = text(own.status === 'CONFIRMED' ? 'membership.yours' : 'membership.waiting', {
      role: text(`role.${own.role}`),
    });
    return <Badge tone={own.status === 'CONFIRMED' ? 'verdigris' : 'brass'}>{words}</Badge>;
  }
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {text('membership.request')}
      </Button>
      <Dialog title={text('membership.title', { city: city.name })} open={open} onClose={() => setOpen(false)}>
        <RequestForm city={city} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RequestForm({ city, onDone }: RequestMembershipProps & { onDone: () => void }) {
  const text = useText();
  const { run, busy, refusal } = useAction(RequestMembershipDocument);
  const [role, setRole] = useState<MembershipRole>('PRACTITIONER');
  const request = async (entries: FormData) => {
    if (!(await run({ input: { bodyId: city.id, role, title: entry(entries, 'title') || undefined } }))) return;
    toast(text('membership.sent'));
    onDone();
  };
  return (
    <Form onSubmit={(entries) => void request(entries)} refusal={refusal}>
      <p>{text('membership.lead')}</p>
      <Radios
        label={text('membership.role')}
        options={membershipRoles.map((value) => ({ value, label: text(`role.${value}`) }))}
        value={role}
        onChange={setRole}
      />
      <TextField name="title" label={text('membership.jobTitle')} autoComplete="organization-title" maxLength={120} />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('membership.send')}
        </Button>
        <Button onPress={onDone}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
