import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { member, sessionOf } from '#people/testing';
import { Database } from '#platform/database';
import { type Gemina, type RelayedMail, startGemina } from '../harness/index.js';

const signUp = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { token expiresAt viewer { id name email bio avatarUrl locale timeZone roles joinedAt erasedAt } } }`;
const signIn = `mutation ($email: EmailAddress!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { token viewer { id email } } }`;
const signInWithLink = `mutation ($token: String!) { signInWithLink(token: $token) { token viewer { id email } } }`;
const requestLink = `mutation ($email: EmailAddress!) { requestSignInLink(email: $email) }`;
const verify = `mutation ($token: String!) { verifyEmail(token: $token) }`;
const viewer = `{ viewer { id email } }`;
const password = 'a mentor for every learner';

/** The token of the link in a letter, after checking that the letter's HTML carries the same link. */
function tokenIn({ mail }: RelayedMail, page: 'verify' | 'sign-in'): string {
  const link = new RegExp(`/${page}\\?token=([\\w-]+)`);
  const token = link.exec(mail.text ?? '')?.[1];
  assert.ok(token, `no link to ${page} in: ${mail.text}`);
  assert.ok(mail.html?.includes(`token=${token}"`));
  return token;
}

describe('signing up and in', () => {
  let gemina: Gemina;
  const lettersTo = (email: string) => gemina.relay.mails.filter(({ to }) => to.toLowerCase() === email.toLowerCase());
  const letterTo = async (email: string, nr = 1): Promise<RelayedMail> => {
    await gemina.relay.mailWhere(() => lettersTo(email).length >= nr);
    return lettersTo(email)[nr - 1] as RelayedMail;
  };
  const enter = async (email: string, input: object = {}) =>
    (await gemina.ask(signUp, { input: { name: 'Ada Lovelace', email, password, ...input } }))['signUp'];

  before(async () => {
    gemina = await startGemina();
  });
  after(() => gemina.stop());

  it('takes somebody in, who takes part once the address is verified', async () => {
    const session = await enter('Ada@Example.org', { locale: 'fr', timeZone: 'Europe/Paris' });
    const search = `{ people(search: "ada l") { totalCount nodes { name } } }`;
    const before_ = await gemina.refusal(search, {}, session.token);
    const letter = await letterTo('Ada@Example.org');
    const { verifyEmail } = await gemina.ask(verify, { token: tokenIn(letter, 'verify') });
    const found = await gemina.ask(search, {}, session.token);

    assert.match(session.token, /^gs_[\w-]{43}$/);
    assert.equal(before_, 'FORBIDDEN');
    assert.equal(letter.mail.subject, 'Confirmez votre adresse e-mail pour Gemina');
    assert.equal(verifyEmail, true);
    assert.deepEqual(found['people'], { totalCount: 1, nodes: [{ name: 'Ada Lovelace' }] });
  });

  it('signs in by password however the address is written, and only once it is verified', async () => {
    await enter('grace@example.org');
    const early = await gemina.refusal(signIn, { email: 'grace@example.org', password });
    await gemina.ask(verify, { token: tokenIn(await letterTo('grace@example.org'), 'verify') });
    const { signIn: session } = await gemina.ask(signIn, { email: 'GRACE@Example.ORG', password });
    const { viewer: seen } = await gemina.ask(viewer, {}, session.token);

    assert.equal(early, 'UNAUTHENTICATED');
    assert.deepEqual(session.viewer, { id: seen.id, email: 'grace@example.org' });
    assert.equal(seen.email, 'grace@example.org');
  });

  it('answers a sign-up with a known address like any other, tells its owner by mail, and changes nothing', async () => {
    const owner = await member(gemina.app, { name: 'The Owner', email: 'owner@example.org', password, locale: 'de' });
    const fresh = await enter('fresh@example.org');
    const known = await enter('owner@example.org');
    const letter = await letterTo('owner@example.org');
    const { viewer: still } = await gemina.ask(viewer, {}, owner.token);
    const taken = await gemina.ask(signIn, { email: owner.email, password });

    assert.deepEqual(shape(known), shape(fresh));
    assert.notEqual(known.viewer.id, owner.id);
    assert.equal(known.viewer.name, 'Ada Lovelace');
    assert.equal(letter.mail.subject, 'Sie haben schon ein Konto bei Gemina');
    assert.ok(!letter.mail.text?.includes('token='));
    assert.equal(still.id, owner.id);
    assert.equal(taken['signIn'].viewer.id, owner.id);
  });

  it('lets only one of several sign-ups have the address', async () => {
    const first = await enter('contested@example.org', { name: 'First' });
    const firstLetter = await letterTo('contested@example.org');
    await enter('contested@example.org', { name: 'Second' });
    const secondLetter = await letterTo('contested@example.org', 2);
    await gemina.ask(verify, { token: tokenIn(firstLetter, 'verify') });
    const late = await gemina.refusal(verify, { token: tokenIn(secondLetter, 'verify') });
    const { signIn: session } = await gemina.ask(signIn, { email: 'contested@example.org', password });

    assert.equal(late, 'EXPIRED');
    assert.equal(session.viewer.id, first.viewer.id);
  });

  it('uses a link once, for a quarter of an hour, and only the newest', async () => {
    const { email, id } = await member(gemina.app, { email: 'links@example.org' });
    const ask = async (nr: number) => {
      assert.equal((await gemina.ask(requestLink, { email }))['requestSignInLink'], true);
      return tokenIn(await letterTo(email, nr), 'sign-in');
    };
    const [first, second] = [await ask(1), await ask(2)];
    const voided = await gemina.refusal(signInWithLink, { token: first });
    const { signInWithLink: session } = await gemina.ask(signInWithLink, { token: second });
    const reused = await gemina.refusal(signInWithLink, { token: second });
    const third = await ask(3);
    gemina.clock.advance(15 * 60 + 1);
    const expired = await gemina.refusal(signInWithLink, { token: third });
    const crossed = await gemina.refusal(verify, { token: third });

    assert.equal(session.viewer.id, id);
    assert.deepEqual([voided, reused, expired, crossed], ['EXPIRED', 'EXPIRED', 'EXPIRED', 'EXPIRED']);
  });

  it('lets parallel uses of one link in once', async () => {
    const { email } = await member(gemina.app, { email: 'parallel@example.org' });
    await gemina.ask(requestLink, { email });
    const token = tokenIn(await letterTo(email), 'sign-in');
    const answers = await Promise.all(Array.from({ length: 8 }, () => gemina.graphql(signInWithLink, { token })));

    assert.equal(answers.filter(({ data }) => data?.['signInWithLink']).length, 1);
    assert.equal(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'EXPIRED').length, 7);
  });

  it('opens nothing by GET: the pages behind mailed links do not use their tokens up', async () => {
    const { email } = await member(gemina.app, { email: 'scanner@example.org' });
    await gemina.ask(requestLink, { email });
    const token = tokenIn(await letterTo(email), 'sign-in');
    await fetch(`${gemina.url}/sign-in?token=${token}`);
    await fetch(
      `${gemina.url}/graphql?query=${encodeURIComponent(`mutation{signInWithLink(token:"${token}"){token}}`)}`,
      {
        headers: { 'apollo-require-preflight': 'yes' },
      },
    );
    const { signInWithLink: session } = await gemina.ask(signInWithLink, { token });

    assert.match(session.token, /^gs_/);
  });

  it('verifies a sign-up by its sign-in link, and puts whoever else made it out', async () => {
    const stranger = await enter('victim@example.org', { name: 'Stranger' });
    await letterTo('victim@example.org');
    await gemina.ask(requestLink, { email: 'victim@example.org' });
    const token = tokenIn(await letterTo('victim@example.org', 2), 'sign-in');
    const { signInWithLink: session } = await gemina.ask(signInWithLink, { token });
    const outsider = await gemina.refusal(viewer, {}, stranger.token);
    const withPassword = await gemina.refusal(signIn, { email: 'victim@example.org', password });
    const inside = await gemina.ask(viewer, {}, session.token);

    assert.equal(outsider, 'UNAUTHENTICATED');
    assert.equal(withPassword, 'UNAUTHENTICATED');
    assert.equal(inside['viewer'].email, 'victim@example.org');
  });

  it('keeps password and session of somebody who follows the link in the browser that signed up', async () => {
    const session = await enter('same-browser@example.org');
    await letterTo('same-browser@example.org');
    await gemina.ask(requestLink, { email: 'same-browser@example.org' });
    const token = tokenIn(await letterTo('same-browser@example.org', 2), 'sign-in');
    await gemina.ask(signInWithLink, { token }, session.token);

    assert.equal((await gemina.ask(viewer, {}, session.token))['viewer'].id, session.viewer.id);
    const again = await gemina.ask(signIn, { email: 'same-browser@example.org', password });
    assert.equal(again['signIn'].viewer.id, session.viewer.id);
  });

  it('makes no account of a sign-up that nobody verified within a week', async () => {
    const session = await enter('nobody@example.org');
    const token = tokenIn(await letterTo('nobody@example.org'), 'verify');
    gemina.clock.advance(7 * 24 * 3600 + 1);

    assert.equal(await gemina.refusal(verify, { token }), 'EXPIRED');
    assert.equal((await gemina.ask(viewer, {}, session.token))['viewer'].email, 'nobody@example.org');
  });

  it('makes guessing slower and slower, for known and unknown addresses alike', async () => {
    const { email } = await member(gemina.app, { email: 'guessed@example.org', password });
    const guess = async (address: string, count: number) => {
      for (let nr = 0; nr < count; nr += 1)
        await gemina.refusal(signIn, { email: address, password: `wrong ${nr} wrong wrong` });
    };
    const waitOf = async (address: string) => {
      const { errors } = await gemina.graphql(signIn, { email: address, password });
      return { code: errors?.[0]?.extensions.code, seconds: Number(errors?.[0]?.extensions['retryAfterSeconds']) };
    };
    await guess(email, 11);
    await guess('never-seen@example.org', 11);
    const [known, unknown] = [await waitOf(email), await waitOf('never-seen@example.org')];
    gemina.clock.advance(11);
    await guess(email, 1);
    const longer = await waitOf(email);
    gemina.clock.advance(21);
    const { signIn: session } = await gemina.ask(signIn, { email, password });

    assert.equal(known.code, 'RATE_LIMITED');
    assert.equal(unknown.code, 'RATE_LIMITED');
    assert.ok(known.seconds > 5 && known.seconds <= 10 && Math.abs(known.seconds - unknown.seconds) <= 3);
    assert.ok(longer.seconds > 10 && longer.seconds <= 20);
    assert.match(session.token, /^gs_/);
  });

  it('counts guesses by where they come from too, whatever addresses they try', async () => {
    const from = (ip: string) => ({ 'x-forwarded-for': ip });
    const guess = (nr: number, ip: string) =>
      gemina.graphql(signIn, { email: `sprayed-${nr}@example.org`, password: 'one password for all' }, null, from(ip));
    const codes: (string | undefined)[] = [];
    for (let nr = 0; nr < 102; nr += 1) codes.push((await guess(nr, `2001:db8::${nr}`)).errors?.[0]?.extensions.code);
    const neighbour = await guess(200, '2001:db8:0:1::1');

    assert.deepEqual(new Set(codes.slice(0, 101)), new Set(['UNAUTHENTICATED']));
    assert.equal(codes[101], 'RATE_LIMITED');
    assert.equal(neighbour.errors?.[0]?.extensions.code, 'UNAUTHENTICATED');
  });

  it('does not flood a mailbox with letters, and does not tell', async () => {
    const { email } = await member(gemina.app, { email: 'flooded@example.org' });
    for (let nr = 0; nr < 12; nr += 1)
      assert.equal((await gemina.ask(requestLink, { email }))['requestSignInLink'], true);
    await letterTo(email, 6);
    await new Promise((resolve) => setTimeout(resolve, 500));

    assert.equal(lettersTo(email).length, 6);
  });

  it('names what is wrong with a sign-up', async () => {
    const good = { name: 'Good Name', email: 'good@example.org', password };
    const faults: [object, string][] = [
      [{ name: '  ' }, 'name'],
      [{ name: 'x'.repeat(101) }, 'name'],
      [{ name: 'See https://evil.example' }, 'name'],
      [{ name: 'Line\r\nBcc: all' }, 'accepted'],
      [{ password: 'too short' }, 'password'],
      [{ password: 'x'.repeat(201) }, 'password'],
      [{ password: 'PasswordPassword' }, 'password'],
      [{ password: 'good@example.org' }, 'password'],
      [{ email: `${'x'.repeat(250)}@example.org` }, 'email'],
      [{ email: 'no-address' }, 'undefined'],
      [{ email: 'a@b\r\nBcc: c@d.org' }, 'undefined'],
      [{ timeZone: 'Moon/Base' }, 'undefined'],
    ];
    for (const [fault, field] of faults) {
      const { errors } = await gemina.graphql(signUp, { input: { ...good, ...fault } });
      if (field === 'accepted') assert.equal(errors, undefined);
      else
        assert.deepEqual(
          [errors?.[0]?.extensions.code, String(errors?.[0]?.extensions.field)],
          ['BAD_USER_INPUT', field],
        );
    }
  });

  it('answers a person with a cookie that pages cannot read', async () => {
    const { person } = await member(gemina.app, { email: 'cookie@example.org', password });
    const response = await fetch(`${gemina.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signIn, variables: { email: 'cookie@example.org', password } }),
    });
    const set = response.headers.get('set-cookie') ?? '';
    const cookie = set.split(';')[0] ?? '';
    const seen = await gemina.graphql(viewer, {}, null, { cookie });
    const bye = await gemina.graphql('mutation { signOut }', {}, null, { cookie });
    const later = await gemina.graphql(viewer, {}, null, { cookie });

    assert.match(set, /^gemina_session=gs_[\w-]{43};.*HttpOnly/);
    assert.match(set, /SameSite=Lax/);
    assert.equal(seen.data?.['viewer'].id, person.id);
    assert.deepEqual(bye.data, { signOut: true });
    assert.deepEqual(later.data, { viewer: null });
  });

  it('keeps no token and no password where it could be read', async () => {
    const { person } = await member(gemina.app, { email: 'hashed@example.org', password });
    const token = await sessionOf(gemina.app, person);
    const rows = await gemina.app.get(Database).query<{ line: string }>(
      `select row_to_json(s)::text as line from session s union all select row_to_json(w)::text from password w
       union all select row_to_json(l)::text from link_token l union all select row_to_json(e)::text from event e`,
    );

    assert.ok(rows.length > 3);
    assert.ok(rows.every(({ line }) => !line.includes(token.slice(3)) && !line.includes(password)));
  });
});

/** The names and kinds of all fields, without their values. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}
