import { useState } from 'react';
import { OfferMentoringDocument, type TwinningDeskQuery } from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions } from '../../ui/form.js';
import { EmptyState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { MentorOffer } from '../cities/city-sections.js';
import { useTermsFields } from './terms-fields.js';
import styles from './twinning.module.css';

type Desk = NonNullable<TwinningDeskQuery['city']>;

/** What this city can teach, and how many cities at once. */
export function Mentor({ city }: { city: Desk }) {
  const text = useText();
  const [editing, setEditing] = useState(false);
  const offer = city.mentorOffer;
  if (editing) return <OfferForm city={city} onDone={() => setEditing(false)} />;
  return (
    <div className={styles['block']}>
      {offer ? (
        <MentorOffer offer={offer} />
      ) : (
        <EmptyState title={text('twinning.noOffer')}>{text('twinning.noOffer.detail')}</EmptyState>
      )}
      <div>
        <Button look={offer ? 'secondary' : 'primary'} onPress={() => setEditing(true)}>
          {text(offer ? 'twinning.offer.edit' : 'twinning.offer')}
        </Button>
      </div>
    </div>
  );
}

function OfferForm({ city, onDone }: { city: Desk; onDone: () => void }) {
  const text = useText();
  const offer = city.mentorOffer;
  const { run, busy, refusal } = useAction(OfferMentoringDocument);
  const { terms, fields } = useTermsFields(
    offer ?? { themes: [], languages: city.languages, formats: ['ONLINE_SESSION'] },
  );
  const [open, setOpen] = useState(offer?.open ?? true);
  const save = async (entries: FormData) => {
    const { themes, languages, formats } = terms;
    const capacity = Number(entry(entries, 'capacity'));
    const input = { cityId: city.id, about: entry(entries, 'about'), capacity, open, themes, languages, formats };
    if (!(await run({ input }))) return;
    toast(text('twinning.offered'));
    onDone();
  };
  return (
    <Form onSubmit={(entries) => void save(entries)} refusal={refusal} label={text('twinning.offer')}>
      <TextField
        name="about"
        label={text('twinning.offer.about')}
        hint={text('twinning.offer.about.hint')}
        defaultValue={offer?.about ?? ''}
        rows={4}
      />
      {fields}
      <TextField
        name="capacity"
        type="number"
        label={text('twinning.capacity')}
        defaultValue={String(offer?.capacity ?? 1)}
        min={1}
        max={20}
        required
      />
      <Checkbox checked={open} onChange={setOpen}>
        {text('twinning.offer.open')}
      </Checkbox>
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('settings.save')}
        </Button>
        <Button onPress={onDone}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
