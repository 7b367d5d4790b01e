import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime';
import { headerText, messageIds } from './header-text.js';
import { htmlToMarkdown } from './html-to-markdown.js';
import { hasTooManyParts, mailLimits } from './mail-limits.js';
import { NestedTooDeeply, TooManyParts } from './mail.refusals.js';
import { type MailAttachment, type Mailbox, type ParsedMail } from './parsed-mail.js';

const KEPT_FIELDS = new Set([
  'archived-at',
  'auto-submitted',
  'content-identifier',
  'content-type',
  'delivered-to',
  'feedback-type',
  'list-id',
  'list-post',
  'precedence',
  'return-path',
  'x-400-content-identifier',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-failed-recipients',
  'x-gemina-post',
  'x-loop',
  'x-spam-flag',
  'x-spam-status',
  'x-vacation',
]);
const REPORTS = new Set(['message/delivery-status', 'message/feedback-report', 'message/global-delivery-status']);

/** Reads a raw mail. Runs in the mail worker, since its cost is the sender's to choose. Throws a {@link MailRefusal} for a bomb. */
export async function readMail(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (hasTooManyParts(bytes)) throw new TooManyParts();
  const email = await parse(raw);
  if (email.attachments.length > mailLimits.attachments) throw new TooManyParts();
  return {
    messageId: messageIds(email.messageId)[0] ?? null,
    inReplyTo: messageIds(email.inReplyTo),
    references: messageIds(email.references),
    from: author(email),
    replyTo: mailboxes(email.replyTo),
    recipients: [...mailboxes(email.to), ...mailboxes(email.cc)],
    subject: headerText(email.subject ?? '', 500),
    date: email.date !== undefined && /^\d{4}-\d\d-\d\dT/.test(email.date) ? email.date : null,
    ...body(email),
    fields: keptFields(email),
    reports: email.attachments.filter(({ mimeType }) => REPORTS.has(mimeType)).map(report),
    attachments: email.attachments.filter(({ mimeType }) => !REPORTS.has(mimeType)).map(attachment),
  };
}

async function parse(raw: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: mailLimits.nesting,
      maxHeadersSize: 2 * 1024 * 1024,
      maxRfc822NestingDepth: mailLimits.nestedMessages,
    });
  } catch (error) {
    if (error instanceof Error && /nesting depth|header size/i.test(error.message)) throw new NestedTooDeeply();
    throw error;
  }
}

function body(email: Email): Pick<ParsedMail, 'text' | 'textOrigin' | 'textCut'> {
  const plain = clean(email.text ?? '');
  const chosen =
    plain.trim() !== '' || email.html === undefined
      ? { text: plain, textOrigin: plain.trim() === '' ? ('NONE' as const) : ('TEXT' as const) }
      : { text: clean(htmlToMarkdown(email.html)), textOrigin: 'HTML' as const };
  const textCut = chosen.text.length > mailLimits.text;
  return { ...chosen, text: textCut ? chosen.text.slice(0, mailLimits.text).toWellFormed() : chosen.text, textCut };
}

function clean(text: string): string {
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();
}

function mailboxes(addresses: Address[] | undefined): Mailbox[] {
  return (addresses ?? [])
    .flatMap((entry) => entry.group ?? [entry])
    .flatMap((entry) => {
      const address = mailAddress(entry.address);
      return address === null ? [] : [{ name: headerText(entry.name, 120), address }];
    });
}

/** The one mailbox that all From fields together name; null where that is none or several. */
function author(email: Email): Mailbox | null {
  const written = email.headers.filter((header) => header.key === 'from').map((header) => header.value);
  const [first, ...more] = written.flatMap((value) => addressParser(value, { flatten: true }));
  return first === undefined || more.length > 0 ? null : (mailboxes([first])[0] ?? null);
}

/** An address that a mail can be sent to; stricter than RFC 5321 where that saves quoting, and null for the rest. */
function mailAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  if (at < 1 || at > 64 || domain.length > 253 || /[\p{Cc}\p{Z}"(),:;<>@[\]\\]/u.test(local)) return null;
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(domain) ? `${local}@${domain}` : null;
}

function keptFields(email: Email): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const { key, value } of email.headers) {
    if (KEPT_FIELDS.has(key)) (kept[key] ??= []).push(headerText(value, 1000));
  }
  return kept;
}

function report(part: Attachment): { mediaType: string; text: string } {
  return { mediaType: part.mimeType, text: clean(Buffer.from(bytesOf(part)).toString('utf8')).slice(0, 64 * 1024) };
}

function attachment(part: Attachment, index: number): MailAttachment {
  const content = bytesOf(part);
  const filename = headerText((part.filename ?? '').split(/[/\\]/).at(-1) ?? '', 200);
  return {
    filename: /^\.*$/.test(filename) ? `attachment-${index + 1}` : filename,
    mediaType: /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(part.mimeType) ? part.mimeType : 'application/octet-stream',
    size: content.byteLength,
    contentId: part.contentId === undefined ? null : headerText(part.contentId.replace(/[<>]/g, ''), 250),
    inline: part.related === true || part.disposition === 'inline',
    content,
  };
}

function bytesOf(part: Attachment): Uint8Array {
  if (typeof part.content === 'string') return new TextEncoder().encode(part.content);
  return part.content instanceof Uint8Array ? part.content : new Uint8Array(part.content);
}
