import { addressOf } from './address-of.js';
import { demoPassword, demoPeople } from './demo-words.js';

const shown = ['jana', 'gernot', 'admin'];

/** Where to look in the demo and whom to sign in as, for the terminal. */
export function demoGuide(url: string): string {
  const lines = demoPeople
    .filter(({ key }) => shown.includes(key))
    .map(
      ({ key, name, city, title }) =>
        `    ${addressOf(key, city).padEnd(24)} ${name}, ${title}${city ? `, ${city}` : ''}`,
    );
  return [
    '',
    '  The demo network is open. Invented people, real cities.',
    '',
    `  Sign in at ${url}/sign-in with the password: ${demoPassword}`,
    ...lines,
    '',
    `  The mail that goes out: ${url}/outbox`,
    '',
    '',
  ].join('\n');
}
