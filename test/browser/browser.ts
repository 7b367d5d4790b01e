import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.js';

/** Where Chrome, Chromium and Edge are usually installed. */
const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].flatMap((root) =>
    root
      ? [
          join(root, 'Google/Chrome/Application/chrome.exe'),
          join(root, 'Chromium/Application/chrome.exe'),
          join(root, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
};

/**
 * A headless Chromium: on Linux on x64 the one that npm brought along, elsewhere an installed one. `GEMINA_TEST_BROWSER` names
 * the program to use instead.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['GEMINA_TEST_BROWSER'];
  if (named && !existsSync(named)) throw new Error(`GEMINA_TEST_BROWSER names ${named}, which is not there.`);
  if (!named && process.platform === 'linux' && process.arch === 'x64') {
    const { program, env } = await unpackedChromium();
    return launch(program, { ...process.env, ...env });
  }
  const program = named ?? usualPlaces[process.platform]?.find((place) => existsSync(place));
  if (!program) {
    throw new Error(
      'The browser tests need Chrome, Chromium or Edge: install one, or name its program in GEMINA_TEST_BROWSER.',
    );
  }
  return launch(program, process.env);
}

/** Root has no sandbox to offer, and what is opened is our own. The package's own switches are left out: they turn off web security. */
function launch(program: string, env: NodeJS.ProcessEnv): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=en-GB'];
  return chromium.launch({ executablePath: program, args, headless: true, env });
}
