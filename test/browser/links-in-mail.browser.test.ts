import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Demo, type Letter } from './demo.js';

const linkIn = (letter: Letter): string => /https?:\/\/\S+token=[\w.-]+/.exec(letter.text)?.[0] ?? '';
const refused = /used before or is too old/;

describe('links in mail, as their readers follow them', () => {
  let demo: Demo;
  before(async () => (demo = await Demo.open()));
  after(() => demo?.close());

  const person = { name: 'Marta Kowalska', email: 'marta@gdansk.example', password: 'a quiet place by the sea' };
  const signInByApi = () =>
    demo.gemina.graphql('mutation($input: SignInInput!) { signIn(input: $input) { token } }', {
      input: { email: person.email, password: person.password },
    });

  it('a new member confirms her address by the button behind the link, not by opening it', async () => {
    const context = await demo.visitor();
    const page = await context.newPage();
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill(person.name);
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByLabel('Password').fill(person.password);
    await page.getByRole('main').getByRole('button', { name: 'Create an account' }).click();
    await page.getByText(person.email).waitFor();

    const letter = await demo.letterTo(person.email);
    const link = linkIn(letter);
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Is this address yours?' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Yes, it is mine' }).waitFor();
    assert.equal((await signInByApi()).errors?.[0]?.extensions.code, 'UNAUTHENTICATED');

    await page.getByRole('button', { name: 'Yes, it is mine' }).click();
    await page.getByRole('heading', { level: 1, name: /address is confirmed/ }).waitFor();
    assert.equal((await signInByApi()).errors, undefined);

    await page.goto(link);
    await page.getByRole('button', { name: 'Yes, it is mine' }).click();
    await page.getByRole('alert').filter({ hasText: refused }).waitFor();
    await context.close();
  });

  it('a link signs in once, on the device where its button is pressed', async () => {
    const context = await demo.visitor();
    const page = await context.newPage();
    await page.goto('/sign-in');
    const byMail = page.getByRole('form', { name: 'Without a password' });
    await byMail.getByLabel('E-mail address').fill(person.email);
    await byMail.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('Look into your mailbox').waitFor();

    const letter = await demo.letterTo(person.email, ({ text }) => text.includes('/sign-in?token='));
    const link = linkIn(letter);
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'Sign in with your link' }).waitFor();
    assert.deepEqual(await context.cookies(), []);

    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: person.name }).waitFor();
    await page.goto('/settings');
    await page.getByText(person.email).first().waitFor();

    const elsewhere = await demo.visitor();
    const other = await elsewhere.newPage();
    await other.goto(link);
    await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('alert').filter({ hasText: refused }).waitFor();
    await other.getByRole('link', { name: 'Ask for another link' }).waitFor();
    assert.deepEqual(await elsewhere.cookies(), []);
    await Promise.all([context.close(), elsewhere.close()]);
  });

  it('a link that is not whole says so, without a button that could only fail', async () => {
    const context = await demo.visitor();
    const page = await context.newPage();
    for (const path of ['/verify', '/unsubscribe']) {
      await page.goto(path);
      await page.getByText('This link is not whole').waitFor();
      assert.equal(await page.getByRole('main').getByRole('button').count(), 0);
    }
    await context.close();
  });

  it('mail from a group ends by one button without signing in, and not by opening the page', async () => {
    const hanneke = await demo.member('hanneke@utrecht.example');
    const letter = await demo.letterTo('hanneke@utrecht.example', ({ headers }) =>
      headers.some(([name]) => name.toLowerCase() === 'list-unsubscribe'),
    );
    const headerOf = (wanted: string) => letter.headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
    const link = /<(https?:[^>]+)>/.exec(headerOf('list-unsubscribe'))?.[1] ?? '';
    const listId = /<(.+)>/.exec(headerOf('list-id'))?.[1] ?? '?';
    const delivery = async (): Promise<string> => {
      const query = '{ groups(mine: true) { nodes { viewer { delivery } mailingList { listId } } } }';
      const answer = await hanneke.request.post('/graphql', { data: { query } });
      const { data } = (await answer.json()) as {
        data: { groups: { nodes: { viewer: { delivery: string }; mailingList: { listId: string } }[] } };
      };
      return data.groups.nodes.find(({ mailingList }) => mailingList.listId.includes(listId))?.viewer.delivery ?? '';
    };
    const context = await demo.visitor();
    const page = await context.newPage();

    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'No more mail?' }).waitFor();
    assert.equal(await delivery(), 'EVERY_POST');

    await page.getByRole('button', { name: 'Stop the mail' }).click();
    await page.getByRole('heading', { level: 1, name: 'Done: no more mail' }).waitFor();
    assert.equal(await delivery(), 'NOTHING');

    await page.goto(link.replace(/token=.+/, 'token=made-up'));
    await page.getByRole('button', { name: 'Stop the mail' }).click();
    await page.getByRole('alert').waitFor();
    await Promise.all([context.close(), hanneke.close()]);
  });
});
