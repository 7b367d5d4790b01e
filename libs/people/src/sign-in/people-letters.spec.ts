import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Language, locales, type Message } from '#platform/language';
import { composed } from './people-letters.js';
import { alreadyKnownWords, signInWords, verifyWords } from './people.messages.js';

describe('letters about an account', () => {
  it('say the same as text and as HTML, in which nothing of a name is markup', () => {
    const letter = composed({
      locale: 'en',
      subject: 'A "subject"',
      paragraphs: ['Hello <img src=x> & all,'],
      link: { says: 'Go', url: 'https://gemina.example/sign-in?token=gl_x' },
      closing: ['Bye.'],
    });
    assert.equal(letter.text, 'Hello <img src=x> & all,\n\nGo:\nhttps://gemina.example/sign-in?token=gl_x\n\nBye.\n');
    assert.ok(letter.html?.includes('Hello &lt;img src=x&gt; &amp; all,'));
    assert.ok(letter.html?.includes('href="https://gemina.example/sign-in?token=gl_x"'));
    assert.ok(!letter.html?.includes('<img'));
  });

  it('fill every place of every sentence in every language', () => {
    const language = new Language();
    const values = { name: 'Zoë', days: 7, minutes: 15 };
    for (const words of [verifyWords, signInWords, alreadyKnownWords]) {
      for (const locale of locales) {
        for (const message of Object.values<Message>({ ...words })) {
          const said = language.say(locale, message, values);
          assert.ok(said.length > 4 && !/[{}]|undefined/.test(said), `${locale}: ${said}`);
        }
      }
    }
  });
});
