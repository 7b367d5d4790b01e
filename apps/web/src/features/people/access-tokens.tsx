import { useState } from 'react';
import { CreateAccessTokenDocument, RevokeAccessTokenDocument, type SettingsQuery } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import { useAction } from '../../live/operations.js';
import { Button } from '../../ui/button.js';
import { Card, CardList, cardStyles } from '../../ui/card.js';
import { CopyText } from '../../ui/copy-text.js';
import { TextField } from '../../ui/field.js';
import { entry, Form, FormActions } from '../../ui/form.js';

type Token = SettingsQuery['accessTokens'][number];

/** Tokens for scripts; a secret is shown once, right after it was made. */
export function AccessTokens({ tokens, onChange }: { tokens: readonly Token[]; onChange: () => void }) {
  const text = useText();
  const { run, busy, refusal } = useAction(CreateAccessTokenDocument);
  const [secret, setSecret] = useState<string | null>();
  const create = async (entries: FormData) => {
    const made = await run({ input: { name: entry(entries, 'tokenName') } });
    setSecret(made?.createAccessToken.secret);
    if (made) onChange();
  };
  return (
    <>
      {secret && (
        <Card>
          <p>{text('settings.token.once')}</p>
          <CopyText value={secret} label={text('settings.token.copy')} />
        </Card>
      )}
      {tokens.length > 0 && (
        <CardList layout="stack" label={text('settings.tokens')}>
          {tokens.map((token) => (
            <li key={token.id}>
              <TokenCard token={token} onChange={onChange} />
            </li>
          ))}
        </CardList>
      )}
      <Form onSubmit={(entries) => void create(entries)} refusal={refusal} label={text('settings.token.create')}>
        <TextField name="tokenName" label={text('settings.token.name')} hint={text('settings.token.hint')} required />
        <FormActions>
          <Button type="submit" busy={busy}>
            {text('settings.token.create')}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function TokenCard({ token, onChange }: { token: Token; onChange: () => void }) {
  const text = useText();
  const { shortDate } = useFormat();
  const { run, busy } = useAction(RevokeAccessTokenDocument);
  const used = token.lastUsedAt ? shortDate(token.lastUsedAt) : text('settings.token.never');
  return (
    <Card>
      <strong>{token.name}</strong>
      <p className={cardStyles['meta']}>
        <span>{text('settings.token.made', { date: shortDate(token.createdAt) })}</span>
        {token.expiresAt && <span>{text('settings.token.expires', { date: shortDate(token.expiresAt) })}</span>}
        <span>{text('settings.token.used', { date: used })}</span>
      </p>
      <div>
        <Button
          look="danger"
          small
          busy={busy}
          aria-label={text('settings.token.revokeNamed', { name: token.name })}
          onPress={() => void run({ id: token.id }).then(onChange)}
        >
          {text('settings.token.revoke')}
        </Button>
      </div>
    </Card>
  );
}
