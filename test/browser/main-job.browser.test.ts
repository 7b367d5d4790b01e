import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import type { BrowserContext, Page } from 'playwright-core';
import { Demo, noteComplaints, demoPassword, eventually, tabTo } from './demo.js';

/** A mark that a page loses when it is loaded again. */
const leaveMark = (page: Page) => page.evaluate('window.stillTheSamePage = true');
const isStillTheSame = (page: Page) => page.evaluate('window.stillTheSamePage === true');
const postsOn = (page: Page) => page.getByRole('main').getByRole('article');

/**
 * Two people in two browsers, one in English and one in German, in a network of invented people at real cities. Each step goes
 * on from the one before.
 */
describe('a learner and a mentor meet in the web app', () => {
  let demo: Demo;
  const contexts: BrowserContext[] = [];
  let jana: Page;
  let markus: Page;
  const complaints: string[] = [];
  let address: string;

  before(async () => {
    demo = await Demo.open();
    contexts.push(await demo.visitor(), await demo.visitor({ locale: 'de-DE' }));
    [jana, markus] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
    for (const page of [jana, markus]) noteComplaints(page, complaints);
  });
  after(() => demo?.close());

  it('both sign in with nothing but the keyboard, each in their own language', async () => {
    const signIn = async (page: Page, email: string, words: { signIn: string; email: string; password: string }) => {
      await page.goto('/');
      await tabTo(page, page.getByRole('banner').getByRole('link', { name: words.signIn }));
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: words.signIn });
      await tabTo(page, form.getByLabel(words.email));
      await page.keyboard.type(email);
      await tabTo(page, form.getByLabel(words.password));
      await page.keyboard.type(demoPassword);
      await page.keyboard.press('Enter');
    };

    await signIn(jana, 'jana@brno.example', { signIn: 'Sign in', email: 'E-mail address', password: 'Password' });
    await jana.getByRole('heading', { level: 1, name: /Jana/ }).waitFor();
    await signIn(markus, 'markus@nuremberg.example', {
      signIn: 'Anmelden',
      email: 'E-Mail-Adresse',
      password: 'Passwort',
    });
    await markus.getByRole('heading', { level: 1, name: /Markus/ }).waitFor();

    assert.equal(await jana.locator('html').getAttribute('lang'), 'en');
    assert.equal(await markus.locator('html').getAttribute('lang'), 'de');
  });

  it('the learner sees who fits and why, and asks a mentor', async () => {
    await jana.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Twinning' }).click();
    const suggestions = jana.getByRole('list', { name: 'Mentors that fit' });
    const nuremberg = suggestions
      .getByRole('listitem')
      .filter({ has: jana.getByRole('link', { name: 'Nuremberg', exact: true }) });
    await nuremberg
      .getByText(/\d+\s?%/)
      .first()
      .waitFor();
    assert.ok((await nuremberg.getByRole('img', { name: /^Scores \d+\s?%, counts for \d+\s?%$/ }).count()) >= 4);

    await nuremberg.getByRole('button', { name: 'Propose a twinning to Nuremberg' }).click();
    const dialog = jana.getByRole('dialog', { name: 'Propose a twinning to Nuremberg' });
    await dialog.getByLabel('Message').fill('Would you show us how your council works?');
    await dialog.getByRole('button', { name: 'Propose a twinning' }).click();

    await jana.getByText('Nuremberg has been asked.').waitFor();
    await nuremberg.getByText('Already proposed or under way').waitFor();
  });

  it('the mentor accepts, and a private group opens for both', async () => {
    await markus.goto('/twinning');
    await markus.getByText('Would you show us how your council works?').waitFor();
    await markus.getByRole('button', { name: /Brno.* annehmen/ }).click();
    await markus.getByText(/Die Partnerschaft mit Brno steht/).waitFor();

    const ofBrno = (page: Page) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /Brno/ }) });
    await ofBrno(markus).getByRole('link', { name: 'Zur Gruppe der Partnerschaft' }).click();
    await markus.waitForURL('**/groups/**');
    await jana.goto('/twinning?side=twinnings');
    await ofBrno(jana).getByRole('link', { name: 'To the twinning’s group' }).click();
    await jana.waitForURL(markus.url());
    await jana.getByText('Private', { exact: true }).waitFor();
  });

  it('a thread that one starts is on the other’s page without reloading', async () => {
    await leaveMark(markus);
    await jana.getByRole('button', { name: 'Start a thread' }).click();
    const dialog = jana.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Advisory council');
    await dialog.getByLabel('First post').fill('How do you **choose** its members?');
    await dialog.getByRole('button', { name: 'Start a thread' }).click();
    await jana.getByRole('heading', { level: 1, name: 'Advisory council' }).waitFor();
    await jana.getByRole('strong').filter({ hasText: 'choose' }).waitFor();

    await markus.getByRole('link', { name: 'Advisory council' }).click();
    await markus.getByText('Live: Neue Beiträge erscheinen von selbst').waitFor();
    await jana.getByText('Live: new posts appear by themselves').waitFor();
    assert.equal(markus.url(), jana.url());
    assert.ok(await isStillTheSame(markus));
  });

  it('what one posts stands on the other’s page without reloading, and is announced to who cannot see it', async () => {
    await Promise.all([leaveMark(jana), leaveMark(markus)]);
    const atMarkus = postsOn(markus).filter({ hasText: 'And for how long?' });
    const atJana = postsOn(jana).filter({ hasText: 'Für fünf Jahre.' });

    await jana.getByLabel('Your reply').fill('And for how long?');
    await jana.getByRole('button', { name: 'Send the reply' }).click();
    await atMarkus.waitFor();
    await markus.getByRole('status').filter({ hasText: 'Neuer Beitrag von Jana Nováková' }).waitFor();
    await markus.getByLabel('Ihre Antwort').fill('Für fünf Jahre.');
    await markus.keyboard.press('Control+Enter');
    await atJana.waitFor();

    assert.deepEqual(await Promise.all([atJana.count(), atMarkus.count()]), [1, 1]);
    assert.equal(await atJana.getByText('by mail').count(), 0);
    assert.ok((await isStillTheSame(jana)) && (await isStillTheSame(markus)));
  });

  it('what one answers by mail stands on both pages, marked as such, without reloading', async () => {
    const found = await jana
      .getByRole('complementary')
      .getByText(/\S+@\S+/)
      .first()
      .textContent();
    address = /\S+@[\w.-]+/.exec(found ?? '')?.[0] ?? '';
    const asked = await demo.letterTo('markus@nuremberg.example', ({ text }) => text.includes('for how long'));
    const messageId = asked.headers.find(([name]) => name.toLowerCase() === 'message-id')?.[1];
    const smtp = createTransport({ host: '127.0.0.1', port: demo.gemina.smtpPort, ignoreTLS: true });

    await smtp.sendMail({
      from: 'Markus Lehner <markus@nuremberg.example>',
      to: address,
      subject: 'Re: Advisory council',
      inReplyTo: messageId,
      text: 'The city council appoints them.\n\nOn Sat, Jana Nováková wrote:\n> And for how long?\n',
    });
    smtp.close();

    const marks = [
      [jana, 'by mail'],
      [markus, 'per E-Mail'],
    ] as const;
    for (const [page, mark] of marks) {
      const post = postsOn(page).filter({ hasText: 'The city council appoints them.' });
      await post.getByText(mark).waitFor();
      await post.getByRole('heading', { name: 'Markus Lehner' }).waitFor();
      assert.equal(await post.getByText('> And for how long?').isVisible(), false);
      assert.ok(await isStillTheSame(page));
    }
  });

  it('nobody else sees the group or its thread, signed in or not', async () => {
    const group = await markus
      .getByRole('navigation', { name: /./ })
      .getByRole('link', { name: /Brno/ })
      .getAttribute('href');
    const strangers = [await demo.member('shirin@vienna.example'), await demo.visitor()];
    for (const stranger of strangers) {
      const page = await stranger.newPage();
      for (const path of [group ?? '', new URL(jana.url()).pathname]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
        assert.equal(await page.getByText(/Advisory council|Brno/).count(), 0);
      }
      await stranger.close();
    }
  });

  it('the outbox shows the mail that went out, with the headers that mail programs need', async () => {
    await jana.goto('/outbox');
    await jana
      .getByRole('navigation', { name: 'Messages' })
      .getByRole('button', { name: /Advisory council.*jana@brno\.example/ })
      .first()
      .click();
    const letter = jana.getByRole('article');
    await letter.getByText('The city council appoints them.').first().waitFor();
    await letter.getByText(/^All \d+ headers$/).click();
    for (const header of [
      'Message-ID',
      'In-Reply-To',
      'References',
      'List-Id',
      'List-Unsubscribe',
      'List-Unsubscribe-Post',
    ]) {
      assert.ok(
        await letter
          .getByRole('term')
          .filter({ hasText: new RegExp(`^${header}$`, 'i') })
          .isVisible(),
        header,
      );
    }
  });

  it('the cities stand on a map and in a list, and both follow the filters', async () => {
    await jana.goto('/cities');
    const list = jana.getByRole('list', { name: 'List of cities' });
    const map = jana.getByRole('list', { name: 'Cities on the map' });
    await list.getByRole('listitem').first().waitFor();
    await map.getByRole('listitem').first().waitFor();
    const total = Number.parseInt(await jana.getByText(/^\d+ cities$/).innerText());
    assert.ok(total >= 40, String(total));

    await jana.getByLabel('Country').selectOption({ label: 'Austria' });
    const austrian = await eventually('the list is shorter', async () => {
      const count = Number.parseInt(await jana.getByText(/^\d+ (city|cities)$/).innerText());
      return count < total ? count : undefined;
    });
    assert.equal(await list.getByRole('listitem').count(), austrian);
    await list.getByRole('link', { name: 'Graz', exact: true }).waitFor();
    assert.equal(await list.getByRole('link', { name: 'York', exact: true }).count(), 0);
    await eventually('the map follows', async () => {
      return (await map.getByRole('listitem').count()) <= austrian || undefined;
    });
    assert.match(jana.url(), /country=AT/);
    await jana.getByLabel('Name').fill('zzz');
    await jana.getByText('No city fits these filters').waitFor();
  });

  it('a city’s page says who says what of it, also where sources disagree', async () => {
    await jana.goto('/cities/nuremberg');
    const claims = jana.getByRole('region', { name: 'What sources say' });
    const said = claims.getByRole('listitem');
    await said.first().waitFor();
    assert.ok((await said.count()) >= 2);
    assert.equal(await said.filter({ hasText: 'Source:' }).count(), await said.count());
    await said.filter({ hasText: 'declared themselves human rights cities' }).waitFor();
    await said.filter({ hasText: 'Not among the eight' }).waitFor();
  });

  it('a meeting’s agenda changes on everybody’s page when the organiser publishes it, and not before', async () => {
    const context = await demo.member('admin@network.example');
    const organiser = await context.newPage();
    for (const page of [jana, organiser]) {
      await page.goto('/meetings');
      await page.getByRole('link', { name: 'Meeting of Human Rights Cities 2027' }).click();
      await page.getByRole('heading', { level: 1, name: 'Meeting of Human Rights Cities 2027' }).waitFor();
    }
    await jana.getByText('Version 1', { exact: true }).waitFor();
    await leaveMark(jana);

    await organiser.getByRole('button', { name: 'Add a session' }).click();
    const dialog = organiser.getByRole('dialog');
    await dialog.getByLabel('Title').fill('Walk through the city of human rights');
    await dialog.getByRole('button', { name: 'Add a session' }).click();
    const heading = { name: 'Walk through the city of human rights' };
    await organiser.getByRole('heading', heading).waitFor();
    assert.equal(await jana.getByRole('heading', heading).count(), 0);

    await organiser.getByRole('button', { name: 'Publish the agenda' }).click();
    await jana.getByRole('heading', heading).waitFor();
    await jana.getByText('Version 2', { exact: true }).waitFor();
    assert.ok(await isStillTheSame(jana));
    await context.close();
  });

  it('no browser had anything to complain about', () => {
    assert.deepEqual(complaints, []);
  });
});
