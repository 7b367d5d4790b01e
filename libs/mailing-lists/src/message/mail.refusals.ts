/**
 * Why a mail is not taken. `kind` is stored, counted and never changes; `message` may be shown to the sender;
 * `reply` is what the SMTP door says when it refuses at once (RFC 5321 code with the enhanced code of RFC 3463).
 */
export abstract class MailRefusal extends Error {
  abstract readonly kind: string;
  abstract readonly reply: `${number} ${number}.${number}.${number}`;
}

export class MessageTooLarge extends MailRefusal {
  readonly kind = 'MESSAGE_TOO_LARGE';
  readonly reply = '552 5.3.4';
  constructor(readonly limit: number) {
    super(`The message is larger than the ${Math.floor(limit / 1024 / 1024)} MB that this list takes.`);
  }
}

export class HeaderTooLarge extends MailRefusal {
  readonly kind = 'HEADER_TOO_LARGE';
  readonly reply = '554 5.6.0';
  constructor() {
    super('The header of the message is longer than any mail program makes it.');
  }
}

export class HeaderMalformed extends MailRefusal {
  readonly kind = 'HEADER_MALFORMED';
  readonly reply = '554 5.6.0';
  constructor() {
    super('The header of the message holds characters that no header may hold.');
  }
}

export class TooManyParts extends MailRefusal {
  readonly kind = 'TOO_MANY_PARTS';
  readonly reply = '554 5.6.0';
  constructor() {
    super('The message has more parts or attachments than this list takes.');
  }
}

export class NestedTooDeeply extends MailRefusal {
  readonly kind = 'NESTED_TOO_DEEPLY';
  readonly reply = '554 5.6.0';
  constructor() {
    super('The message holds messages within messages, too many levels deep.');
  }
}

export class TooCostlyToRead extends MailRefusal {
  readonly kind = 'TOO_COSTLY_TO_READ';
  readonly reply = '554 5.6.0';
  constructor() {
    super('The message takes too long, or too much memory, to be read.');
  }
}

/** Mail with a hundred stations behind it goes round in circles (RFC 5321, 6.3). */
export class MailLoop extends MailRefusal {
  readonly kind = 'MAIL_LOOP';
  readonly reply = '554 5.4.6';
  constructor() {
    super('The message has passed through too many hosts: it seems to go round in circles.');
  }
}
