import { useState } from 'react';
import { Link } from 'react-router';
import {
  AnswerTwinningDocument,
  WithdrawTwinningDocument,
  type TwinningCardFragment,
  type TwinningStatus,
} from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card, cardStyles } from '../../ui/card.js';
import { EmblemPair } from '../../ui/emblem.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions, RefusalSummary } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { ThemeBadges } from '../theme-badges.js';
import styles from './twinning.module.css';

const tones: Partial<Record<TwinningStatus, Tone>> = { PROPOSED: 'brass', ACTIVE: 'verdigris', COMPLETED: 'verdigris' };

interface TwinningCardProps {
  twinning: TwinningCardFragment;
  /** The city for which the viewer acts. */
  cityId: string;
}

/** Two cities that learn together, or are asked to; with the answer to give, for those who are to give it. */
export function TwinningCard({ twinning, cityId }: TwinningCardProps) {
  const text = useText();
  const { shortDate } = useFormat();
  const { mentor, learner, status, group } = twinning;
  const proposed = status === 'PROPOSED';
  return (
    <Card>
      <div className={styles['head']}>
        <EmblemPair names={[mentor.name, learner.name]} />
        <div>
          <h3>
            <Link to={`/cities/${mentor.slug}`}>{mentor.name}</Link> {text('city.mentors')}{' '}
            <Link to={`/cities/${learner.slug}`}>{learner.name}</Link>
          </h3>
          <p className={cardStyles['small']}>
            {text('twinning.since', { date: shortDate(twinning.startedAt ?? twinning.proposedAt) })}
          </p>
        </div>
        <span className={styles['status']}>
          <Badge tone={tones[status] ?? 'plain'}>{text(`twinningStatus.${status}`)}</Badge>
        </span>
      </div>
      <p className={cardStyles['prose']}>{twinning.goal}</p>
      <ThemeBadges themes={twinning.themes} />
      {twinning.message && <blockquote className={styles['message']}>{twinning.message}</blockquote>}
      {group && (
        <div>
          <LinkButton look="primary" to={`/groups/${group.slug}`}>
            {text('twinning.openGroup')}
          </LinkButton>
        </div>
      )}
      {proposed && mentor.id === cityId && <Answer twinning={twinning} />}
      {proposed && learner.id === cityId && <Withdraw id={twinning.id} />}
    </Card>
  );
}

function Answer({ twinning: { id, learner } }: { twinning: TwinningCardFragment }) {
  const text = useText();
  const { run, busy, refusal } = useAction(AnswerTwinningDocument);
  const [declining, setDeclining] = useState(false);
  const answer = async (accept: boolean, words?: string) => {
    if (!(await run({ input: { twinningId: id, accept, answer: words || undefined } }))) return;
    toast(text(accept ? 'twinning.accepted' : 'twinning.declined', { city: learner.name }));
  };
  if (declining) {
    return (
      <Form onSubmit={(entries) => void answer(false, entry(entries, 'answer'))} refusal={refusal}>
        <TextField name="answer" label={text('twinning.reason')} hint={text('twinning.reason.hint')} rows={3} />
        <FormActions>
          <Button type="submit" look="danger" busy={busy}>
            {text('twinning.decline')}
          </Button>
          <Button onPress={() => setDeclining(false)}>{text('shell.cancel')}</Button>
        </FormActions>
      </Form>
    );
  }
  return (
    <>
      {refusal && <RefusalSummary refusal={refusal} />}
      <FormActions>
        <Button
          look="primary"
          busy={busy}
          onPress={() => void answer(true)}
          aria-label={text('twinning.acceptNamed', { city: learner.name })}
        >
          {text('twinning.accept')}
        </Button>
        <Button onPress={() => setDeclining(true)} aria-label={text('twinning.declineNamed', { city: learner.name })}>
          {text('twinning.decline')}
        </Button>
      </FormActions>
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const text = useText();
  const { run, busy, refusal } = useAction(WithdrawTwinningDocument);
  return (
    <>
      {refusal && <RefusalSummary refusal={refusal} />}
      <div>
        <Button small busy={busy} onPress={() => void run({ id })}>
          {text('twinning.withdraw')}
        </Button>
      </div>
    </>
  );
}
