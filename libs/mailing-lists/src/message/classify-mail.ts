import { type MailAddress } from './mail-address.js';
import { field, type ParsedMail } from './parsed-mail.js';

/** What a mail is, before anybody asks what it says. */
export type MailClass =
  /** A report that a mail did not arrive, or arrived late. */
  | { kind: 'BOUNCE' }
  /** A report that a reader called our mail spam (RFC 5965). */
  | { kind: 'COMPLAINT' }
  /** A machine answered for a person who did not read. */
  | { kind: 'AUTO_REPLY' }
  /** Our own mail, come back by a loop or a forwarding reader. */
  | { kind: 'OWN_MAIL' }
  | { kind: 'COMMAND'; command: 'join' | 'leave' }
  /** For the people who run the list, not for the list. */
  | { kind: 'TO_OWNER' }
  | { kind: 'POST' };

export interface Classification {
  class: MailClass;
  /** Whether an answer may go back: never to a machine, a list or a null sender (RFC 3834, 2). */
  answerable: boolean;
}

export interface MailEnvelope {
  /** Reverse path; empty for the null sender. */
  mailFrom: string;
  /** What the address that the mail was accepted for means. */
  address: MailAddress;
}

const MACHINES =
  /^(?:mailer-daemon|mail-daemon|postmaster|no-?_?reply|do-?_?not-?_?reply|sympa|listserv|majordomo|mailman|smartlist)(?:[+=.-].*)?$/i;
const DAEMONS = /^(?:mailer-daemon|mail-daemon|postmaster)(?:[+=.-].*)?$/i;
const AUTO_SUBJECT =
  /^(?:auto(?:matic reply|matische antwort|matisch antwoord|matisk svar|svar|[- ]?reply| response)?\s*:|automatic reply\b|automatische antwort\b|abwesenheits(?:notiz|meldung|benachrichtigung)\b|réponse automatique\b|reponse automatique\b|absence du bureau\b|out of (?:the )?office\s*(?::|$|auto)|respuesta autom[aá]tica\b|risposta automatica\b|fuori sede\b)/i;
const BOUNCE_SUBJECT =
  /^(?:undeliver(?:ed|able)|delivery status notification|mail delivery (?:failed|failure|subsystem)|delivery (?:failure|has failed)|returned mail|failure notice|unzustellbar|nicht zustellbar|non remis|échec de (?:la )?remise)/i;

/** Says what a mail is, by envelope and header first: what it says is looked at only when these are silent. */
export function classifyMail(
  mail: ParsedMail,
  envelope: MailEnvelope,
  ownLists: (listId: string) => boolean,
): Classification {
  const answerable = envelope.mailFrom !== '' && !isFromMachine(mail) && !isListMail(mail);
  const is = (kind: 'BOUNCE' | 'COMPLAINT' | 'AUTO_REPLY' | 'OWN_MAIL') => ({ class: { kind }, answerable: false });
  if (isComplaint(mail)) return is('COMPLAINT');
  if (isBounce(mail, envelope)) return is('BOUNCE');
  if (isOwnMail(mail, ownLists)) return is('OWN_MAIL');
  if (isAutoReply(mail)) return is('AUTO_REPLY');
  if (envelope.mailFrom === '') return is('BOUNCE');
  switch (envelope.address.kind) {
    case 'join':
    case 'leave':
      return { class: { kind: 'COMMAND', command: envelope.address.kind }, answerable };
    case 'owner':
      return { class: { kind: 'TO_OWNER' }, answerable };
    case 'confirm':
    case 'bounces':
      // A person who answers to the return path is told nothing: the address is for machines.
      return is('BOUNCE');
    case 'list':
    case 'thread':
      return { class: { kind: 'POST' }, answerable };
  }
}

function isComplaint(mail: ParsedMail): boolean {
  return mail.reports.some(({ mediaType }) => mediaType === 'message/feedback-report');
}

function isBounce(mail: ParsedMail, envelope: MailEnvelope): boolean {
  if (mail.reports.some(({ mediaType }) => mediaType.endsWith('delivery-status'))) return true;
  if (/^multipart\/report\b.*report-type\s*=\s*"?(?:global-)?delivery-status/i.test(field(mail, 'content-type')))
    return true;
  if (field(mail, 'x-failed-recipients') !== '') return true;
  return isFromDaemon(mail) && (envelope.mailFrom === '' || BOUNCE_SUBJECT.test(mail.subject));
}

function isOwnMail(mail: ParsedMail, ownLists: (listId: string) => boolean): boolean {
  const listId = /<([^<>]+)>\s*$/.exec(field(mail, 'list-id'))?.[1] ?? field(mail, 'list-id');
  return field(mail, 'x-gemina-post') !== '' || (listId !== '' && ownLists(listId.toLowerCase()));
}

/** RFC 3834, 5 and what real systems send beside it. `Auto-Submitted: no` says that a person wrote it. */
function isAutoReply(mail: ParsedMail): boolean {
  const submitted = field(mail, 'auto-submitted').split(/[;\s]/, 1)[0]?.toLowerCase() ?? '';
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^auto[-_]?reply\b/i.test(field(mail, 'precedence'))) return true;
  if (['x-autoreply', 'x-autorespond', 'x-vacation'].some((name) => !/^(?:|no)$/i.test(field(mail, name)))) return true;
  if (/auto[- ]?repl/i.test(field(mail, 'content-identifier') + field(mail, 'x-400-content-identifier'))) return true;
  if (/^multipart\/report\b.*disposition-notification/i.test(field(mail, 'content-type'))) return true;
  return submitted !== 'no' && AUTO_SUBJECT.test(mail.subject);
}

function isListMail(mail: ParsedMail): boolean {
  return (
    field(mail, 'list-id') !== '' ||
    field(mail, 'list-post') !== '' ||
    /^(?:bulk|junk|list)\b/i.test(field(mail, 'precedence'))
  );
}

function isFromMachine(mail: ParsedMail): boolean {
  return mail.from === null || MACHINES.test(localPart(mail.from.address));
}

function isFromDaemon(mail: ParsedMail): boolean {
  return mail.from !== null && DAEMONS.test(localPart(mail.from.address));
}

function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}
