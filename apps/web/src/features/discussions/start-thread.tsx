import { useState } from 'react';
import { useNavigate } from 'react-router';
import { StartThreadDocument, type Theme } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/field.js';
import { entry, Form, FormActions } from '../../ui/form.js';
import { allThemes } from '../vocabulary.js';
import { useDraft } from './draft.js';

interface StartThreadProps {
  group: { id: string; name: string };
}

export function StartThread({ group }: StartThreadProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {text('group.start')}
      </Button>
      <Dialog title={text('group.startIn', { group: group.name })} open={open} onClose={() => setOpen(false)}>
        <StartForm group={group} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function StartForm({ group, onCancel }: StartThreadProps & { onCancel: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const { run, busy, refusal } = useAction(StartThreadDocument);
  const [title, setTitle] = useDraft(`group.${group.id}.title`);
  const [body, setBody] = useDraft(`group.${group.id}.body`);
  const start = async (entries: FormData) => {
    const theme = allThemes.find((known) => known === entry(entries, 'theme'));
    const themes: Theme[] = theme ? [theme] : [];
    const started = await run({ input: { groupId: group.id, title, body, themes } });
    if (!started) return;
    setTitle('');
    setBody('');
    await navigate(`/threads/${started.startThread.id}`);
  };
  const options = [
    { value: '', label: text('group.noTheme') },
    ...allThemes.map((value) => ({ value, label: text(`theme.${value}`) })),
  ];
  return (
    <Form onSubmit={(entries) => void start(entries)} refusal={refusal}>
      <TextField
        name="title"
        label={text('group.threadTitle')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        required
      />
      <TextField
        name="body"
        label={text('group.firstPost')}
        hint={text('thread.replyHint')}
        value={body}
        onChange={setBody}
        rows={7}
        required
      />
      <Select name="theme" label={text('cities.theme')} options={options} defaultValue="" />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('group.start')}
        </Button>
        <Button onPress={onCancel}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
