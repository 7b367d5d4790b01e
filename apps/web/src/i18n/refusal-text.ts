import type { Refusal } from '../live/refusal.js';
import { i18n, useText, type MessageId } from './i18n.js';

/** Why the server said no, in the reader's language: by code and field where we have words for that, else by code. */
export function useRefusalText(): (refusal: Refusal) => string {
  const text = useText();
  return ({ code, field }) =>
    text([`refusal.${code}.${field}`, `refusal.${code}`].find(isMessage) ?? 'refusal.INTERNAL');
}

const isMessage = (id: string): id is MessageId => id in i18n.messages;
