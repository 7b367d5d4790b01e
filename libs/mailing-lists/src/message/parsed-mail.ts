export interface Mailbox {
  name: string;
  /** In lower case where the domain is concerned; the local part as it came. */
  address: string;
}

export interface MailAttachment {
  /** Without folders and control characters. */
  filename: string;
  mediaType: string;
  size: number;
  contentId: string | null;
  inline: boolean;
  content: Uint8Array;
}

/** A mail as read: all text is well-formed, without NUL, decoded and in our own shapes. */
export interface ParsedMail {
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  /** Null where there is no From field, or more than one mailbox in it: then nobody can be named as the sender. */
  from: Mailbox | null;
  replyTo: Mailbox[];
  /** To and Cc together. */
  recipients: Mailbox[];
  subject: string;
  /** The Date field as an ISO instant, null where it is missing or means nothing. */
  date: string | null;
  /** Plain text, or Markdown made from HTML where there was no text. */
  text: string;
  textOrigin: 'TEXT' | 'HTML' | 'NONE';
  textCut: boolean;
  /** The fields that rules ask for, by name in lower case. */
  fields: Record<string, string[]>;
  /** Delivery status and feedback reports that came as parts. */
  reports: { mediaType: string; text: string }[];
  attachments: MailAttachment[];
}

/** First value of a header field, trimmed; empty where there is none. */
export function field(mail: Pick<ParsedMail, 'fields'>, name: string): string {
  return mail.fields[name]?.[0]?.trim() ?? '';
}
