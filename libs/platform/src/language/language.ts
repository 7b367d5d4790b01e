import { Injectable } from '@nestjs/common';
import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';

export const locales = ['en', 'fr', 'de'] as const;
export type SpokenLocale = (typeof locales)[number];

/** A sentence in every language that Gemina speaks, as ICU MessageFormat. */
export type Message = Record<SpokenLocale, string>;

/** A sentence with what fills its places. */
export interface Said {
  message: Message;
  values?: Record<string, unknown>;
}

/** Says messages in the language of whoever reads them; English where theirs is not spoken here. */
@Injectable()
export class Language {
  private readonly speakers = new Map<string, I18n>();

  say(locale: string | null | undefined, message: Message, values: Record<string, unknown> = {}): string {
    const spoken = this.spoken(locale);
    const speaker = this.speaker(spoken);
    const text = message[spoken];
    if (!speaker.messages[text]) speaker.load(spoken, { [text]: compileMessage(text) });
    return speaker._(text, values);
  }

  /** The locale to use: the person's own, else the best of an `Accept-Language` header. */
  best(own: string | null, acceptLanguage: string | undefined): string {
    if (own) return own;
    for (const wish of (acceptLanguage ?? '').slice(0, 200).split(',')) {
      const tag = wish.split(';')[0]?.trim().toLowerCase() ?? '';
      const spoken = locales.find((locale) => tag === locale || tag.startsWith(`${locale}-`));
      if (spoken) return spoken;
    }
    return 'en';
  }

  spoken(locale: string | null | undefined): SpokenLocale {
    const language = locale?.toLowerCase().split('-')[0];
    return locales.find((known) => known === language) ?? 'en';
  }

  private speaker(locale: SpokenLocale): I18n {
    let speaker = this.speakers.get(locale);
    if (!speaker) {
      speaker = setupI18n({ locale, messages: { [locale]: {} } });
      this.speakers.set(locale, speaker);
    }
    return speaker;
  }
}
