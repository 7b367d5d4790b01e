import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  EraseMyAccountDocument,
  ExportMyDataDocument,
  SignOutEverywhereDocument,
  UpdateProfileDocument,
} from '../../generated/graphql.js';
import { activateLocale, locales, useText, type AppLocale } from '../../i18n/i18n.js';
import { useFormat } from '../../i18n/format.js';
import { useAction } from '../../live/operations.js';
import { AnchorButton, Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/field.js';
import { entry, Form, FormActions, FormRow, RefusalSummary, secret } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { useSession, type Viewer } from './session.js';

const isAppLocale = (value: string): value is AppLocale => locales.some((known) => known === value);

/** Name, language, time zone and a few words: what mails and pages are made for. */
export function ProfileForm({ viewer, bio }: { viewer: Viewer; bio: string | null | undefined }) {
  const text = useText();
  const { language } = useFormat();
  const { run, busy, refusal } = useAction(UpdateProfileDocument);
  const save = async (entries: FormData) => {
    const locale = entry(entries, 'locale');
    const input = {
      name: entry(entries, 'name'),
      bio: entry(entries, 'bio'),
      locale,
      timeZone: entry(entries, 'timeZone'),
    };
    if (!(await run({ input }))) return;
    if (isAppLocale(locale)) await activateLocale(locale);
    toast(text('settings.saved'));
  };
  return (
    <Form onSubmit={(entries) => void save(entries)} refusal={refusal} label={text('settings.profile')}>
      <TextField name="name" label={text('people.name')} defaultValue={viewer.name} autoComplete="name" required />
      <FormRow>
        <Select
          name="locale"
          label={text('shell.language')}
          defaultValue={isAppLocale(viewer.locale) ? viewer.locale : 'en'}
          options={locales.map((value) => ({ value, label: language(value) }))}
        />
        <Select
          name="timeZone"
          label={text('settings.timeZone')}
          defaultValue={viewer.timeZone}
          options={timeZones(viewer.timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        />
      </FormRow>
      <TextField
        name="bio"
        label={text('settings.bio')}
        hint={text('settings.bio.hint')}
        defaultValue={bio ?? ''}
        rows={4}
      />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('settings.save')}
        </Button>
      </FormActions>
    </Form>
  );
}

/** The zones that this browser knows, and the one in use should it not be among them. */
function timeZones(current: string): string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

export function SignOutEverywhere() {
  const text = useText();
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run, busy } = useAction(SignOutEverywhereDocument);
  const leave = async () => {
    if (!(await run({}))) return;
    renew();
    await navigate('/');
  };
  return (
    <Button onPress={() => void leave()} busy={busy}>
      {text('settings.signOutEverywhere')}
    </Button>
  );
}

/** One file with everything that is kept about this person; made on demand. */
export function ExportData() {
  const text = useText();
  const { run, busy, refusal } = useAction(ExportMyDataDocument);
  const [url, setUrl] = useState<string>();
  const make = async () => setUrl((await run({}))?.exportMyData);
  return (
    <>
      {refusal && <RefusalSummary refusal={refusal} />}
      {url ? (
        <AnchorButton look="primary" href={url} download>
          {text('settings.export.download')}
        </AnchorButton>
      ) : (
        <Button onPress={() => void make()} busy={busy}>
          {text('settings.export')}
        </Button>
      )}
    </>
  );
}

/** Asked twice, with the password: it cannot be undone. */
export function EraseAccount() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run, busy, refusal } = useAction(EraseMyAccountDocument);
  const erase = async (entries: FormData) => {
    if (!(await run({ password: secret(entries, 'password') }))) return;
    setOpen(false);
    renew();
    toast(text('settings.erased'));
    await navigate('/');
  };
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {text('settings.erase')}
      </Button>
      <Dialog title={text('settings.erase')} open={open} onClose={() => setOpen(false)}>
        <p>{text('settings.erase.warning')}</p>
        <Form onSubmit={(entries) => void erase(entries)} refusal={refusal}>
          <TextField name="password" type="password" label={text('people.password')} autoComplete="current-password" />
          <FormActions>
            <Button type="submit" look="danger" busy={busy}>
              {text('settings.erase.button')}
            </Button>
            <Button onPress={() => setOpen(false)}>{text('shell.cancel')}</Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
