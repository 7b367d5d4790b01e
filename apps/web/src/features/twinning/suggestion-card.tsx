import { useState } from 'react';
import { Link } from 'react-router';
import { ProposeTwinningDocument, type TwinningDeskQuery } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, cardStyles } from '../../ui/card.js';
import { Dialog } from '../../ui/dialog.js';
import { Emblem } from '../../ui/emblem.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { useCityLine } from '../cities/words.js';
import { FactorBars } from './factor-bars.js';
import styles from './twinning.module.css';

type Suggestion = NonNullable<TwinningDeskQuery['city']>['learningRequests'][number]['suggestions'][number];

interface SuggestionCardProps {
  suggestion: Suggestion;
  requestId: string;
  /** A twinning with this mentor is already open or asked for. */
  taken: boolean;
}

/** A mentor that fits, how well, and why. */
export function SuggestionCard({ suggestion, requestId, taken }: SuggestionCardProps) {
  const text = useText();
  const { percent } = useFormat();
  const line = useCityLine();
  const { mentor, offer, score, summary, factors } = suggestion;
  return (
    <Card>
      <div className={styles['suggestion']}>
        <div className={styles['head']}>
          <Emblem name={mentor.name} />
          <div>
            <h4>
              <Link to={`/cities/${mentor.slug}`}>{mentor.name}</Link>
            </h4>
            <p className={cardStyles['small']}>{line(mentor)}</p>
          </div>
          <p className={styles['score']}>
            {percent(score)}
            <small>{text('twinning.fit')}</small>
          </p>
        </div>
        <p className={styles['summary']}>{summary}</p>
        <FactorBars factors={factors} />
        <div className={styles['bar']}>
          {taken ? (
            <Badge tone="brass">{text('twinning.alreadyOpen')}</Badge>
          ) : (
            <Propose suggestion={suggestion} requestId={requestId} />
          )}
          <span className={cardStyles['small']}>
            {text('city.places', { free: Math.max(0, offer.capacity - offer.activeCount), capacity: offer.capacity })}
          </span>
        </div>
      </div>
    </Card>
  );
}

function Propose({ suggestion: { mentor }, requestId }: { suggestion: Suggestion; requestId: string }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { run, busy, refusal } = useAction(ProposeTwinningDocument);
  const propose = async (entries: FormData) => {
    const message = entry(entries, 'message') || undefined;
    if (!(await run({ input: { learningRequestId: requestId, mentorId: mentor.id, message } }))) return;
    setOpen(false);
    toast(text('twinning.proposed', { city: mentor.name }));
  };
  return (
    <>
      <Button
        look="primary"
        onPress={() => setOpen(true)}
        aria-label={text('twinning.proposeTo', { city: mentor.name })}
      >
        {text('twinning.propose')}
      </Button>
      <Dialog title={text('twinning.proposeTo', { city: mentor.name })} open={open} onClose={() => setOpen(false)}>
        <Form onSubmit={(entries) => void propose(entries)} refusal={refusal}>
          <TextField name="message" label={text('twinning.message')} hint={text('twinning.message.hint')} rows={6} />
          <FormActions>
            <Button type="submit" look="primary" busy={busy}>
              {text('twinning.propose')}
            </Button>
            <Button onPress={() => setOpen(false)}>{text('shell.cancel')}</Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
}
