import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Gemina, startGemina } from '../harness/index.js';
import { openBrowser } from './browser.js';

/** The password of all the demo network's people. */
export const demoPassword = 'human rights for all';

/** How long something may take on a machine that has much else to do; nothing waits for longer than it must. */
const patience = 20_000;

export interface Letter {
  id: string;
  to: string;
  subject: string;
  text: string;
  headers: [string, string][];
}

/** The demo network behind its built web app, and a browser to look at it with. */
export class Demo {
  private constructor(
    readonly gemina: Gemina,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<Demo> {
    const browser = await openBrowser();
    try {
      const gemina = await startGemina({ GEMINA_DEMO: 'on', GEMINA_RELAY_URL: '' }, { demo: true });
      return new Demo(gemina, browser);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.gemina.stop();
  }

  /** A browser of one's own: no cookies, nothing stored; in English, unless told otherwise. */
  async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.gemina.config.publicUrl,
      locale: 'en-GB',
      timezoneId: 'Europe/Vienna',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(patience);
    return context;
  }

  /** A visitor who has signed in already, over the API: for tests that are not about signing in. */
  async member(email: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.visitor(options);
    const query = 'mutation($input: SignInInput!) { signIn(input: $input) { viewer { id } } }';
    const variables = { input: { email, password: demoPassword } };
    const answer = await context.request.post('/graphql', { data: { query, variables } });
    assert.equal(((await answer.json()) as { errors?: unknown }).errors, undefined);
    return context;
  }

  /** The latest letter in the outbox to this address that fits, waiting until it is there. */
  letterTo(address: string, fits: (letter: Letter) => boolean = () => true): Promise<Letter> {
    return eventually(`a letter to ${address} is in the outbox`, async () => {
      const { messages } = await this.read<{ messages: { id: string; to: string }[] }>('/outbox.json');
      for (const { id } of messages.filter(({ to }) => to === address)) {
        const letter = await this.read<Letter>(`/outbox/${id}.json`);
        if (fits(letter)) return letter;
      }
      return undefined;
    });
  }

  private async read<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${this.gemina.url}${path}`)).json()) as Answer;
  }
}

/** Asks again and again, until there is an answer. */
export async function eventually<Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (const end = performance.now() + patience; performance.now() < end; await pause(50)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Within ${patience / 1000} seconds it did not come about that ${what}.`);
}

/** Goes on with the Tab key until the focus is on it, as people without a mouse do. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab');
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`The Tab key does not lead to ${target.toString()}.`);
}

/** Notes everything that a browser complains about: script errors, refusals by the content policy, files that do not come. */
export function noteComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() < 400) return;
    complaints.push(`${response.status()} ${response.url()} ${response.request().postData()?.slice(0, 60) ?? ''}`);
  });
}
