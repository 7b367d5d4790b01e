import { useState } from 'react';
import { AddSessionDocument, PublishAgendaDocument, type MeetingQuery } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/field.js';
import { entry, Form, FormActions, FormRow, RefusalSummary } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { sessionKinds } from '../vocabulary.js';
import { instantOf, wallTimeOf } from './wall-time.js';

type MeetingDetail = NonNullable<MeetingQuery['meeting']>;

/** What organisers do with an agenda: add to it, and let everyone see it. */
export function AgendaActs({ meeting }: { meeting: MeetingDetail }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const publish = useAction(PublishAgendaDocument);
  const show = async () => {
    if (await publish.run({ meetingId: meeting.id })) toast(text('meeting.published'));
  };
  return (
    <>
      {publish.refusal && <RefusalSummary refusal={publish.refusal} />}
      <FormActions>
        <Button onPress={() => setOpen(true)}>{text('meeting.addSession')}</Button>
        <Button look="primary" busy={publish.busy} onPress={() => void show()}>
          {text('meeting.publish')}
        </Button>
      </FormActions>
      <Dialog title={text('meeting.addSession')} open={open} onClose={() => setOpen(false)}>
        <SessionForm meeting={meeting} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** Where the last session ends, the next one begins. */
function nextStart({ agenda, startsAt, timeZone }: MeetingDetail): string {
  const ends = agenda.sessions.flatMap(({ endsAt }) => endsAt ?? []).sort();
  const start = ends.at(-1) ?? startsAt;
  return start ? wallTimeOf(start, timeZone) : '';
}

function SessionForm({ meeting, onDone }: { meeting: MeetingDetail; onDone: () => void }) {
  const text = useText();
  const { run, busy, refusal } = useAction(AddSessionDocument);
  const add = async (entries: FormData) => {
    const kind = sessionKinds.find((known) => known === entry(entries, 'kind')) ?? 'PLENARY';
    const startsAt = instantOf(entry(entries, 'startsAt'), meeting.timeZone);
    const roomId = entry(entries, 'roomId') || undefined;
    const about = entry(entries, 'about') || undefined;
    const minutes = Number(entry(entries, 'minutes'));
    if (
      !(await run({
        input: { meetingId: meeting.id, title: entry(entries, 'title'), kind, minutes, startsAt, roomId, about },
      }))
    )
      return;
    toast(text('meeting.added'));
    onDone();
  };
  const rooms = [
    { value: '', label: text('meeting.noRoom') },
    ...meeting.rooms.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Form onSubmit={(entries) => void add(entries)} refusal={refusal}>
      <TextField name="title" label={text('meeting.sessionTitle')} maxLength={200} required />
      <FormRow>
        <Select
          name="kind"
          label={text('meeting.kind')}
          options={sessionKinds.map((value) => ({ value, label: text(`sessionKind.${value}`) }))}
        />
        <TextField
          name="minutes"
          type="number"
          label={text('meeting.length')}
          defaultValue="45"
          min={5}
          max={600}
          step={5}
          required
        />
      </FormRow>
      <FormRow>
        <TextField
          name="startsAt"
          type="datetime-local"
          label={text('meetings.starts')}
          defaultValue={nextStart(meeting)}
        />
        <Select name="roomId" label={text('meeting.room')} options={rooms} />
      </FormRow>
      <TextField name="about" label={text('meetings.about')} rows={3} />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('meeting.addSession')}
        </Button>
        <Button onPress={onDone}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
