import { type Message } from '#platform/language';
import { Conflict } from '#platform/refusals';
import { MailRefusal } from '../message/mail.refusals.js';

/** A refusal that is told to an authenticated sender in one polite answer, in their language. */
export abstract class AnsweredRefusal extends MailRefusal {
  abstract readonly answer: Message;
}

export class NotAMember extends AnsweredRefusal {
  readonly kind = 'NOT_A_MEMBER';
  readonly reply = '550 5.7.1';
  readonly answer: Message = {
    en: 'Only members of {list} may write to it. Join on the web, or from the address you are registered with by a mail to {join}, and send it again.',
    fr: 'Seuls les membres de {list} peuvent y écrire. Rejoignez le groupe sur le web, ou par un message à {join} depuis l’adresse de votre compte, puis renvoyez votre message.',
    de: 'Nur Mitglieder von {list} können dorthin schreiben. Treten Sie im Web bei, oder mit einer Mail an {join} von der Adresse Ihres Kontos, und schicken Sie Ihre Mail noch einmal.',
  };
  constructor() {
    super('Only members may write to this list.');
  }
}

export class OnlyModeratorsPost extends AnsweredRefusal {
  readonly kind = 'ONLY_MODERATORS_POST';
  readonly reply = '550 5.7.1';
  readonly answer: Message = {
    en: 'Only the moderators of {list} write to it; its members read. You can reach them at {owner}.',
    fr: 'Seuls les modérateurs de {list} y écrivent ; les membres lisent. Vous pouvez les joindre à {owner}.',
    de: 'Nur die Moderatorinnen und Moderatoren von {list} schreiben dort; die Mitglieder lesen mit. Sie erreichen sie unter {owner}.',
  };
  constructor() {
    super('Only moderators write to this list.');
  }
}

export class NothingToPost extends AnsweredRefusal {
  readonly kind = 'NOTHING_TO_POST';
  readonly reply = '550 5.6.0';
  readonly answer: Message = {
    en: 'Your mail held no text of your own that could be posted in {list}.',
    fr: 'Votre message ne contenait pas de texte de votre part à publier dans {list}.',
    de: 'Ihre Mail enthielt keinen eigenen Text, der in {list} erscheinen könnte.',
  };
  constructor() {
    super('There was no text to post.');
  }
}

export class TextTooLong extends AnsweredRefusal {
  readonly kind = 'TEXT_TOO_LONG';
  readonly reply = '552 5.3.4';
  readonly answer: Message = {
    en: 'The text of your mail is longer than a post in {list} may be. Send it as an attachment, or in parts.',
    fr: 'Le texte de votre message est plus long que ce qu’une contribution à {list} peut contenir. Envoyez-le en pièce jointe, ou en plusieurs parties.',
    de: 'Der Text Ihrer Mail ist länger, als ein Beitrag in {list} sein kann. Schicken Sie ihn als Anhang oder in Teilen.',
  };
  constructor() {
    super('The text is longer than a post may be.');
  }
}

/** What the thread or the group said no to; its own words are passed on. */
export class NotPosted extends AnsweredRefusal {
  readonly reply = '550 5.7.1';
  readonly answer: Message = {
    en: 'Your mail was not posted in {list}. {reason}',
    fr: 'Votre message n’a pas été publié dans {list}. {reason}',
    de: 'Ihre Mail erschien nicht in {list}. {reason}',
  };
  constructor(
    readonly kind: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Came before: by another address of the same list, or because the sender did not hear our 250. Ends the transaction that found out. */
export class CameBefore extends Conflict {
  constructor() {
    super('This mail came before.');
  }
}
