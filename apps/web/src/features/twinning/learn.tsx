import { useState } from 'react';
import {
  CloseLearningRequestDocument,
  RequestLearningDocument,
  type TwinningDeskQuery,
} from '../../generated/graphql.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { CardList } from '../../ui/card.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions, RefusalSummary } from '../../ui/form.js';
import { EmptyState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { ThemeBadges } from '../theme-badges.js';
import { useTermsFields } from './terms-fields.js';
import { SuggestionCard } from './suggestion-card.js';
import styles from './twinning.module.css';

type Desk = NonNullable<TwinningDeskQuery['city']>;
type Request = Desk['learningRequests'][number];

/** What this city wants to learn, and who could teach it. */
export function Learn({ city }: { city: Desk }) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const requests = city.learningRequests.filter(({ open }) => open);
  const open = city.twinnings.nodes.filter(({ status }) => status === 'PROPOSED' || status === 'ACTIVE');
  const mentors = open.map(({ mentor }) => mentor.id);
  return (
    <div className={styles['block']}>
      {requests.map((request) => (
        <OpenRequest key={request.id} request={request} mentors={mentors} />
      ))}
      {requests.length === 0 && !asking && (
        <EmptyState title={text('twinning.noRequest')}>{text('twinning.noRequest.detail')}</EmptyState>
      )}
      {asking ? (
        <RequestForm city={city} onDone={() => setAsking(false)} />
      ) : (
        <div>
          <Button look={requests.length > 0 ? 'secondary' : 'primary'} onPress={() => setAsking(true)}>
            {text('twinning.ask')}
          </Button>
        </div>
      )}
    </div>
  );
}

function OpenRequest({ request, mentors }: { request: Request; mentors: readonly string[] }) {
  const text = useText();
  const close = useAction(CloseLearningRequestDocument);
  return (
    <>
      <section className={styles['request']} aria-label={text('city.learning')}>
        <p className={styles['goal']}>{request.goal}</p>
        <ThemeBadges themes={request.themes} />
        {close.refusal && <RefusalSummary refusal={close.refusal} />}
        <div>
          <Button small busy={close.busy} onPress={() => void close.run({ id: request.id })}>
            {text('twinning.closeRequest')}
          </Button>
        </div>
      </section>
      <h3>{text('twinning.suggestions')}</h3>
      {request.suggestions.length === 0 ? (
        <EmptyState title={text('twinning.noSuggestion')}>{text('twinning.noSuggestion.detail')}</EmptyState>
      ) : (
        <CardList layout="stack" label={text('twinning.suggestions')}>
          {request.suggestions.map((suggestion) => (
            <li key={suggestion.mentor.id}>
              <SuggestionCard
                suggestion={suggestion}
                requestId={request.id}
                taken={mentors.includes(suggestion.mentor.id)}
              />
            </li>
          ))}
        </CardList>
      )}
    </>
  );
}

function RequestForm({ city, onDone }: { city: Desk; onDone: () => void }) {
  const text = useText();
  const { run, busy, refusal } = useAction(RequestLearningDocument);
  const { terms, fields } = useTermsFields({ themes: [], languages: city.languages, formats: ['ONLINE_SESSION'] });
  const ask = async (entries: FormData) => {
    if (!(await run({ input: { cityId: city.id, goal: entry(entries, 'goal'), ...terms } }))) return;
    toast(text('twinning.asked'));
    onDone();
  };
  return (
    <Form onSubmit={(entries) => void ask(entries)} refusal={refusal} label={text('twinning.ask')}>
      <TextField name="goal" label={text('twinning.goal')} hint={text('twinning.goal.hint')} rows={4} required />
      {fields}
      <FormActions>
        <Button type="submit" look="primary" busy={busy}>
          {text('twinning.ask.send')}
        </Button>
        <Button onPress={onDone}>{text('shell.cancel')}</Button>
      </FormActions>
    </Form>
  );
}
