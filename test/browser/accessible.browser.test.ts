import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Demo, noteComplaints, tabTo } from './demo.js';
import { focusMark, overflow, settled, untranslated, violations } from './page-checks.js';

const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
/** Each language with words that are on every page. */
const languages = { de: 'Zum Inhalt springen', fr: 'Aller au contenu', en: 'Skip to the content' };
const who = { visitor: null, learner: 'jana@brno.example', organiser: 'admin@network.example' };

/** Where there is something to see, and for whom of those signed in there is most. */
const pages: { path: string; member: 'learner' | 'organiser' }[] = [
  { path: '/', member: 'learner' },
  { path: '/sign-in', member: 'learner' },
  { path: '/sign-up', member: 'learner' },
  { path: '/verify?token=unknown', member: 'learner' },
  { path: '/cities', member: 'learner' },
  { path: '/cities/:city', member: 'learner' },
  { path: '/twinning', member: 'learner' },
  { path: '/groups', member: 'learner' },
  { path: '/groups/:group', member: 'learner' },
  { path: '/threads/:thread', member: 'learner' },
  { path: '/meetings', member: 'organiser' },
  { path: '/meetings/:meeting', member: 'organiser' },
  { path: '/outbox', member: 'learner' },
  { path: '/settings', member: 'learner' },
  { path: '/admin', member: 'organiser' },
  { path: '/unsubscribe?token=:token', member: 'learner' },
  { path: '/no-such-page', member: 'learner' },
];

describe('every page is for everybody', () => {
  let demo: Demo;
  const tabs = new Map<string, Page>();
  const complaints: string[] = [];
  const places: Record<string, string> = { city: 'graz' };

  before(async () => {
    demo = await Demo.open();
    for (const [name, email] of Object.entries(who)) {
      const page = await (await (email ? demo.member(email) : demo.visitor())).newPage();
      noteComplaints(page, complaints);
      tabs.set(name, page);
    }
    await findPlaces();
  });
  after(() => demo?.close());

  /** What the demo has put behind the addresses' names. */
  async function findPlaces(): Promise<void> {
    const { groups, meetings } = await demo.gemina.ask(
      `{ groups(first: 1, kind: [COMMUNITY]) { nodes { slug threads(first: 1) { nodes { id } } } }
         meetings(first: 1, upcoming: true) { nodes { slug } } }`,
    );
    places['group'] = groups.nodes[0].slug;
    places['thread'] = groups.nodes[0].threads.nodes[0].id;
    places['meeting'] = meetings.nodes[0].slug;
    const letter = await demo.letterTo(who.learner, ({ headers }) =>
      headers.some(([name]) => /^list-unsubscribe$/i.test(name)),
    );
    const header = letter.headers.find(([name]) => /^list-unsubscribe$/i.test(name))?.[1];
    places['token'] = /token=([^>&]+)/.exec(header ?? '')?.[1] ?? '';
  }

  const tabOf = (name: string): Page => {
    const tab = tabs.get(name);
    assert.ok(tab);
    return tab;
  };

  async function open(page: Page, path: string): Promise<void> {
    await page.setViewportSize(wide);
    await page.goto(path.replace(/:(\w+)/, (_, place: string) => places[place] ?? ''));
    await settled(page);
  }

  for (const { path, member } of pages) {
    for (const name of ['visitor', member]) {
      it(`${path} for a ${name}: no fault by WCAG 2.2 AA by day and night, nor on the smallest screen`, async () => {
        const page = tabOf(name);
        complaints.length = 0;
        await page.emulateMedia({ colorScheme: 'light' });
        await open(page, path);
        assert.deepEqual(await violations(page), [], 'by day, on a wide screen');

        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await violations(page), [], 'by night, on a wide screen');

        await page.setViewportSize(narrow);
        assert.deepEqual(await violations(page), [], 'by night, on the smallest screen');
        assert.deepEqual(complaints, []);
      });

      it(`${path} for a ${name}: in each language all words are translated and fit the smallest screen`, async () => {
        const page = tabOf(name);
        await open(page, path);
        await page.setViewportSize(narrow);
        for (const [language, words] of Object.entries(languages)) {
          await page.getByRole('banner').getByRole('combobox').selectOption(language);
          await page.getByRole('link', { name: words, exact: true }).waitFor({ state: 'attached' });
          await settled(page);
          assert.equal(await page.locator('html').getAttribute('lang'), language);
          assert.deepEqual(await untranslated(page), [], language);
          assert.deepEqual(await overflow(page), [], language);
        }
      });
    }
  }

  it('the first Tab shows a way past the navigation, and it leads to the content', async () => {
    const page = tabOf('visitor');
    await open(page, '/cities');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await page.keyboard.press('Tab');
    assert.equal(await skip.and(page.locator(':focus')).count(), 1);
    assert.ok(((await skip.boundingBox())?.y ?? -1) >= 0);

    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('main :focus').count(), 1);
  });

  it('whatever has the focus shows it, and is not hidden', async () => {
    for (const [name, path] of [
      ['learner', '/threads/:thread'],
      ['learner', '/twinning'],
      ['visitor', '/sign-in'],
      ['organiser', '/meetings/:meeting'],
    ] as const) {
      const page = tabOf(name);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await open(page, path);
        for (let steps = 0; steps < 25; steps++) {
          await page.keyboard.press('Tab');
          assert.equal(await focusMark(page), 'shown', `${path}, ${colorScheme}, after ${steps + 1} steps`);
        }
      }
    }
  });

  it('on the smallest screen all ways stay in reach of the keyboard, also in the language of long words', async () => {
    const page = tabOf('visitor');
    await open(page, '/');
    await page.setViewportSize(narrow);
    await page.getByRole('banner').getByRole('combobox').selectOption('de');
    const ways = page.getByRole('navigation', { name: 'Hauptnavigation' });
    for (const name of ['Städte', 'Partnerschaften', 'Gruppen', 'Treffen']) {
      await tabTo(page, ways.getByRole('link', { name }));
      assert.equal(await focusMark(page), 'shown', name);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Treffen' }).waitFor();
    await page.getByRole('banner').getByRole('combobox').selectOption('en');
  });

  it('colours and language chosen once stay chosen', async () => {
    const page = tabOf('visitor');
    await open(page, '/');
    await page.getByRole('button', { name: /^Colours: as the system/ }).click();
    await page.getByRole('button', { name: /^Colours: light/ }).click();
    await page.getByRole('button', { name: /^Colours: dark/ }).waitFor();
    await page.getByRole('banner').getByRole('combobox').selectOption('fr');
    await page.reload();
    await page.getByRole('link', { name: languages.fr }).waitFor({ state: 'attached' });
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  });
});
