/** What the mails of a list say in a reader's language. */
export interface MailPhrases {
  via(author: string, list: string): string;
  wroteIn(author: string, thread: string, at: string): string;
  readOnTheWeb: string;
  answerByMail: string;
  leave: string;
}

const english: MailPhrases = {
  via: (author, list) => `${author} via ${list}`,
  wroteIn: (author, thread, at) => `${author} in “${thread}”, ${at}`,
  readOnTheWeb: 'Read and answer on the web',
  answerByMail: 'Or simply answer this mail: your reply joins the thread.',
  leave: 'To get no more mail from this list, write to',
};

const french: MailPhrases = {
  via: (author, list) => `${author} via ${list}`,
  wroteIn: (author, thread, at) => `${author} dans « ${thread} », ${at}`,
  readOnTheWeb: 'Lire et répondre sur le web',
  answerByMail: 'Ou répondez simplement à ce message : votre réponse rejoint le fil.',
  leave: 'Pour ne plus recevoir de messages de cette liste, écrivez à',
};

const german: MailPhrases = {
  via: (author, list) => `${author} über ${list}`,
  wroteIn: (author, thread, at) => `${author} in „${thread}“, ${at}`,
  readOnTheWeb: 'Im Web lesen und antworten',
  answerByMail: 'Oder antworten Sie einfach auf diese Mail: Ihre Antwort kommt in den Faden.',
  leave: 'Keine Mails dieser Liste mehr? Schreiben Sie an',
};

const phrases: Record<string, MailPhrases> = { en: english, fr: french, de: german };

/** The language in which mail for this BCP 47 locale is written: its own where we have it, else English. */
export function mailLanguage(locale: string): string {
  const language = locale.toLowerCase().split('-')[0] ?? 'en';
  return language in phrases ? language : 'en';
}

export function mailPhrases(locale: string): MailPhrases {
  return phrases[mailLanguage(locale)] ?? english;
}
