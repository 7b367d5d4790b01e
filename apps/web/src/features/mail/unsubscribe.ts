import type { Refusal } from '../../live/refusal.js';

const codes: Record<number, string> = { 400: 'EXPIRED', 404: 'EXPIRED', 410: 'EXPIRED', 429: 'RATE_LIMITED' };

/** Sends the POST that a mail program would send for one click (RFC 8058); the answer is why not, or undefined when it is done. */
export async function unsubscribeOneClick(token: string): Promise<Refusal | undefined> {
  try {
    const response = await fetch(`/unsubscribe?token=${encodeURIComponent(token)}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    return response.ok ? undefined : { code: codes[response.status] ?? 'INTERNAL', message: response.statusText };
  } catch {
    return { code: 'NETWORK', message: 'The server cannot be reached.' };
  }
}
