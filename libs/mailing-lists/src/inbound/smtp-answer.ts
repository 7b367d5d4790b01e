/** An answer of the mail door other than 250: the code of RFC 5321 with the enhanced one of RFC 3463 in front of the words. */
export class SmtpAnswer extends Error {
  readonly responseCode: number;

  constructor(code: `${number} ${number}.${number}.${number}`, words: string) {
    super(`${code.slice(4)} ${words}`);
    this.responseCode = Number(code.slice(0, 3));
  }
}

/** The one answer for a list that isn't there and for a private one that the sender may not know of. */
export const noSuchList = (): SmtpAnswer => new SmtpAnswer('550 5.1.1', 'There is no such list here.');
export const notOurDomain = (): SmtpAnswer =>
  new SmtpAnswer('550 5.7.1', 'This host takes mail for its own lists only.');
export const tooManyRecipients = (): SmtpAnswer =>
  new SmtpAnswer('452 4.5.3', 'Too many recipients: send the rest in another mail.');
export const tooManyUnknown = (): SmtpAnswer => new SmtpAnswer('421 4.7.1', 'Too many recipients that do not exist.');
export const tooOften = (): SmtpAnswer =>
  new SmtpAnswer('450 4.7.1', 'Too much mail in a short time: try again later.');
export const noRoom = (): SmtpAnswer =>
  new SmtpAnswer('452 4.3.1', 'No room for another mail at this moment: try again later.');
export const tryLater = (): SmtpAnswer => new SmtpAnswer('451 4.3.0', 'The mail could not be kept: try again later.');
export const tooManyConnections = (): SmtpAnswer =>
  new SmtpAnswer('421 4.7.0', 'Too many connections from your address.');
