import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { type Language, type Message } from '#platform/language';
import { sayInstant } from '#platform/time';
import { displayName, headerText, messageIds } from '../message/header-text.js';
import { type MailAddresses } from '../message/mail-address.js';
import { answerByMail, authorViaList, leaveByMail, readOnTheWeb, wroteInThread } from '../mailing-lists.messages.js';

/** A post on its way into mailboxes. */
export interface PostMail {
  postId: string;
  threadId: string;
  /** The same for every recipient and every attempt, with its angle brackets. */
  messageId: string;
  /** Message-IDs from the thread's first post to the one that is answered; empty for a first post. */
  ancestors: readonly string[];
  group: { slug: string; name: string };
  threadTitle: string;
  authorName: string;
  /** As the author wrote it, in Markdown. */
  text: string;
  /** Sanitised. */
  html: string;
  writtenAt: Date;
}

/** Readers with the same language and zone get the same bytes, but for the headers of {@link addressPostMail}. */
export interface Readership {
  locale: string;
  timeZone: string;
}

export interface MailPlaces {
  addresses: MailAddresses;
  /** `GEMINA_URL`, without a slash at its end. */
  publicUrl: string;
  language: Language;
}

export interface ComposedPostMail {
  group: string;
  messageId: string;
  subject: string;
  /** A whole message but for what differs from reader to reader. */
  raw: Buffer;
}

export interface AddressedMail {
  envelope: { from: string; to: string };
  raw: Buffer;
}

/** A chain longer than this keeps its root and its newest: enough for every mail reader to find the thread. */
const LONGEST_CHAIN = 30;

/**
 * One mail for a post in one language and zone. `From` is the list's own address under the author's name, which passes DMARC
 * whatever the author's domain asks for; no `Auto-Submitted`, since a person wrote it (RFC 3834, 5), but `Precedence: list`.
 */
export async function composePostMail(
  post: PostMail,
  readership: Readership,
  places: MailPlaces,
): Promise<ComposedPostMail> {
  const { addresses } = places;
  const { slug } = post.group;
  const listName = displayName(post.group.name) || slug;
  const author = displayName(post.authorName);
  const [messageId] = messageIds(post.messageId);
  if (messageId === undefined) throw new TypeError(`Post ${post.postId} has no usable Message-ID.`);
  const references = chain(post.ancestors);
  const subject = `${references.length > 0 ? 'Re: ' : ''}${headerText(post.threadTitle, 180)}`;
  const list = { name: listName, address: addresses.list(slug) };
  const message = new MailComposer({
    from: {
      name: author ? places.language.say(readership.locale, authorViaList, { author, list: listName }) : listName,
      address: list.address,
    },
    to: list,
    replyTo: { name: listName, address: addresses.thread(slug, post.threadId) },
    subject,
    messageId,
    inReplyTo: references.at(-1),
    references,
    date: post.writtenAt,
    headers: { ...listHeaders(post, places), 'Content-Language': places.language.spoken(readership.locale) },
    ...bodies(post, author || listName, readership, places),
    newline: 'win',
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { group: slug, messageId, subject, raw: await message.compile().build() };
}

/** Adds what is one reader's own: the return path and the one-click unsubscription (RFC 8058). Costs one copy of the message. */
export function addressPostMail(
  composed: ComposedPostMail,
  recipient: { deliveryId: string; email: string; unsubscribeToken: string },
  places: MailPlaces,
): AddressedMail {
  const { addresses, publicUrl } = places;
  const oneClick = `${publicUrl}/unsubscribe?token=${encodeURIComponent(recipient.unsubscribeToken)}`;
  const own = [
    `List-Unsubscribe: <${oneClick}>,\r\n <mailto:${addresses.command(composed.group, 'leave')}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    '',
  ];
  return {
    envelope: { from: addresses.bounces(composed.group, recipient.deliveryId), to: recipient.email },
    raw: Buffer.concat([Buffer.from(own.join('\r\n')), composed.raw]),
  };
}

/** Where a post stands on the web. */
export function postUrl(post: { postId: string; threadId: string }, publicUrl: string): string {
  return `${publicUrl}/threads/${post.threadId}#post-${post.postId}`;
}

function listHeaders(post: PostMail, { addresses, publicUrl }: MailPlaces): Record<string, string> {
  const { slug } = post.group;
  return {
    'List-Id': `<${addresses.listId(slug)}>`,
    'List-Post': `<mailto:${addresses.list(slug)}>`,
    'List-Owner': `<mailto:${addresses.command(slug, 'owner')}>`,
    'List-Subscribe': `<mailto:${addresses.command(slug, 'join')}>`,
    'List-Archive': `<${publicUrl}/groups/${slug}>`,
    'Archived-At': `<${postUrl(post, publicUrl)}>`,
    'X-Gemina-Post': post.postId,
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    Precedence: 'list',
  };
}

function chain(ancestors: readonly string[]): string[] {
  const ids = messageIds(ancestors.join(' '));
  const [root, ...later] = ids;
  return root === undefined || ids.length <= LONGEST_CHAIN ? ids : [root, ...later.slice(1 - LONGEST_CHAIN)];
}

function bodies(
  post: PostMail,
  author: string,
  readership: Readership,
  places: MailPlaces,
): { text: string; html: string } {
  const say = (message: Message, values?: Record<string, unknown>) =>
    places.language.say(readership.locale, message, values);
  const thread = headerText(post.threadTitle, 180);
  const wrote = say(wroteInThread, {
    author,
    thread,
    at: sayInstant(post.writtenAt, readership.timeZone, readership.locale),
  });
  const url = postUrl(post, places.publicUrl);
  const leave = places.addresses.command(post.group.slug, 'leave');
  const text = `${plainLines(post.text)}\n\n-- \n${wrote}\n${say(readOnTheWeb)} <${url}>\n${say(answerByMail)}\n${say(leaveByMail)} <${leave}>\n`;
  const html = `<!doctype html>
<html lang="${places.language.spoken(readership.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(thread)}</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:16px;max-width:44em">
<div dir="auto">${post.html.replaceAll('\0', '')}</div>
<div style="margin-top:24px;padding-top:12px;border-top:1px solid #8888;font-size:14px">
<p style="margin:0">${escapeHtml(wrote)}</p>
<p style="margin:0"><a href="${escapeHtml(url)}">${escapeHtml(say(readOnTheWeb))}</a>. ${escapeHtml(say(answerByMail))}</p>
<p style="margin:0">${escapeHtml(say(leaveByMail))} <a href="mailto:${escapeHtml(leave)}">${escapeHtml(leave)}</a></p>
</div></body></html>
`;
  return { text, html };
}

/** Markdown as plain text. A space at the end of a line would join it with the next in format=flowed (RFC 3676). */
function plainLines(markdown: string): string {
  const lines = markdown.replaceAll('\0', '').trimEnd().split('\n');
  return lines.map((line) => line.trimEnd()).join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
