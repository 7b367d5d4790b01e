import { useState } from 'react';
import { useNavigate } from 'react-router';
import { MeetingsDocument, PlanMeetingDocument } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction, useAnswer } from '../../live/operations.js';
import type { Refusal } from '../../live/refusal.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/field.js';
import { entry, Form, FormActions, FormRow } from '../../ui/form.js';
import { useSession } from '../people/session.js';
import { meetingFormats } from '../vocabulary.js';
import { instantOf } from './wall-time.js';

export function PlanMeeting() {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onPress={() => setOpen(true)}>
        {text('meetings.plan')}
      </Button>
      <Dialog title={text('meetings.plan')} open={open} onClose={() => setOpen(false)}>
        <PlanForm onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** The series that meetings so far belong to: a new meeting usually goes on with one of them. */
function useSeries() {
  const { data } = useAnswer(MeetingsDocument, { first: 100 });
  const found = new Map(
    (data?.meetings.nodes ?? []).flatMap(({ series }) => (series ? [[series.id, series.name]] : [])),
  );
  return [...found].map(([value, label]) => ({ value, label }));
}

function PlanForm({ onCancel }: { onCancel: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const { viewer } = useSession();
  const series = useSeries();
  const { run, busy, refusal } = useAction(PlanMeetingDocument);
  const [wrong, setWrong] = useState<Refusal>();
  const plan = async (entries: FormData) => {
    const read = readMeeting(entries);
    setWrong(read.wrong);
    if (read.wrong) return;
    const planned = await run({ input: read.input });
    if (planned) await navigate(`/meetings/${planned.planMeeting.slug}`);
  };
  const zone = viewer?.timeZone ?? 'UTC';
  const zones = [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Form onSubmit={(entries) => void plan(entries)} refusal={wrong ?? refusal}>
      <TextField name="title" label={text('meetings.name')} maxLength={200} required />
      <Select
        name="seriesId"
        label={text('meetings.series')}
        options={[{ value: '', label: text('meetings.noSeries') }, ...series]}
      />
      <FormRow>
        <TextField name="startsAt" type="datetime-local" label={text('meetings.starts')} required />
        <TextField name="endsAt" type="datetime-local" label={text('meetings.ends')} required />
      </FormRow>
      <FormRow>
        <Select
          name="timeZone"
          label={text('settings.timeZone')}
          defaultValue={zone}
          options={zones.map((value) => ({ value, label: value }))}
        />
        <Select
          name="format"
          label={text('meetings.format')}
          options={meetingFormats.map((value) => ({ value, label: text(`meetingFormat.${value}`) }))}
        />
      </FormRow>
      <TextField name="venue" label={text('meetings.venue')} />
      <TextField name="about" label={text('meetings.about')} rows={3} />
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('meetings.plan')}
        </Button>
        <Button onPress={onCancel}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}

function readMeeting(entries: FormData) {
  const timeZone = entry(entries, 'timeZone');
  const startsAt = instantOf(entry(entries, 'startsAt'), timeZone);
  const endsAt = instantOf(entry(entries, 'endsAt'), timeZone);
  const format = meetingFormats.find((known) => known === entry(entries, 'format')) ?? 'IN_PERSON';
  const optional = (name: string) => entry(entries, name) || undefined;
  const input = {
    title: entry(entries, 'title'),
    seriesId: optional('seriesId'),
    startsAt,
    endsAt,
    timeZone,
    format,
    venue: optional('venue'),
    about: optional('about'),
  };
  const backwards = startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt);
  const wrong: Refusal | undefined = backwards ? { code: 'BAD_USER_INPUT', field: 'endsAt', message: '' } : undefined;
  return { input, wrong };
}
