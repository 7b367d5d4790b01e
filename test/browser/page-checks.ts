import { readdirSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { eventually } from './demo.js';

/* What runs in the page is given as text: these tests are compiled for Node, which knows no document. */

/** Waits until the page stands: its heading is there, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await eventually('nothing is on its way any more', async () => {
    return (await page.locator('[aria-busy="true"]').count()) === 0 || undefined;
  });
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Colours glide to their new values when day turns to night: the measure is taken when they have arrived. */
const stillness = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)))
  .then(() => undefined)`;

/** What axe finds against WCAG 2.2 at levels A and AA: the rule, and where it is broken. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  await page.evaluate(stillness);
  const { violations: found } = await page.evaluate<axe.AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** What makes the page scroll sideways: nothing, where it is as wide as the screen. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.tagName.toLowerCase() + '.' + element.className + ' ' + element.textContent.slice(0, 40));
  })()`);
}

const messages = new URL('../../../apps/web/src/i18n/messages/en/', import.meta.url);
const keys = new Set(
  readdirSync(messages).flatMap((file) =>
    [...readFileSync(new URL(file, messages), 'utf8').matchAll(/^ {2}'([\w.]+)':/gm)].map(([, key]) => key),
  ),
);

/** Keys of messages and placeholders that show, in words or in the labels that screen readers speak. */
export async function untranslated(page: Page): Promise<string[]> {
  const words = await page.evaluate<string>(`[
    document.title,
    document.body.innerText,
    ...[...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? '')),
  ].join('\\n')`);
  const shown = words.split(/[\s(),:;“”"]+/).filter((word) => keys.has(word));
  return [...shown, ...(words.match(/\{\w+(, (plural|select).*)?\}/g) ?? [])];
}

/** Whether what has the focus can be seen and is marked: by an outline or a shadow, its own or that of the box around a hidden input. */
export function focusMark(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'shown';
    const marks = (element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    const box = focused.closest('label') ?? focused;
    const { top, bottom, left, right, width, height } = box.getBoundingClientRect();
    const inSight = width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const name = focused.outerHTML.slice(0, 120);
    if (!inSight) return 'out of sight: ' + name;
    return marks(focused) || marks(box) || [...box.querySelectorAll('*')].some(marks) ? 'shown' : 'not marked: ' + name;
  })()`);
}
