import { Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import type { Transaction } from '#platform/database';
import { Language } from '#platform/language';
import { type Letter, Letters } from '#platform/mail';
import { linkSeconds } from '../credentials/link-tokens.js';
import { alreadyKnownWords, type LetterWords, signInWords, verifyWords } from './people.messages.js';
import { Person } from '../person/person.entity.js';

/** Letters about a person's account, in the person's language, as text and as HTML that says the same. */
@Injectable()
export class PeopleLetters {
  constructor(
    private readonly config: Config,
    private readonly language: Language,
    private readonly letters: Letters,
  ) {}

  verify(tx: Transaction, person: Person, token: string): Promise<void> {
    return this.write(tx, person, verifyWords, `/verify?token=${token}`);
  }

  signIn(tx: Transaction, person: Person, token: string): Promise<void> {
    return this.write(tx, person, signInWords, `/sign-in?token=${token}`);
  }

  alreadyKnown(tx: Transaction, person: Person): Promise<void> {
    return this.write(tx, person, alreadyKnownWords, '/sign-in');
  }

  private async write(tx: Transaction, person: Person, words: LetterWords, path: string): Promise<void> {
    if (!person.email) return;
    const values = { name: person.name, days: linkSeconds.VERIFY / 86_400, minutes: linkSeconds.SIGN_IN / 60 };
    const said = (message: LetterWords[keyof LetterWords]) => this.language.say(person.locale, message, values);
    await this.letters.write(tx, {
      to: person.email,
      ...composed({
        locale: this.language.spoken(person.locale),
        subject: said(words.subject),
        paragraphs: [said(words.greeting), said(words.why)],
        link: { says: said(words.button), url: `${this.config.publicUrl}${path}` },
        closing: [said(words.until), said(words.ifNotYou)],
      }),
    });
  }
}

interface Draft {
  locale: string;
  subject: string;
  paragraphs: string[];
  link: { says: string; url: string };
  closing: string[];
}

/** Plain text first; the HTML is made of the same words, without images or anything else to fetch. */
export function composed({
  locale,
  subject,
  paragraphs,
  link,
  closing,
}: Draft): Pick<Letter, 'subject' | 'text' | 'html'> {
  const text = [...paragraphs, `${link.says}:\n${link.url}`, ...closing].join('\n\n');
  const asHtml = (words: string) => `<p style="margin:0 0 16px">${escaped(words)}</p>`;
  const button = `<p style="margin:24px 0"><a href="${escaped(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f4e5f;color:#ffffff;text-decoration:none;font-weight:600">${escaped(link.says)}</a></p>`;
  const address = `<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escaped(link.url)}</p>`;
  const body = [...paragraphs.map(asHtml), button, address, ...closing.map(asHtml)].join('\n');
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1b1f23;background:#ffffff"><div style="max-width:560px;margin:0 auto">
${body}
</div></body></html>
`;
  return { subject, text: `${text}\n`, html };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
