import { useEffect, useState } from 'react';

/** A mail that would have gone out; in demo mode the server keeps it instead. */
export interface OutboxMessage {
  id: string;
  at: string;
  to: string;
  from: string;
  subject: string;
  listId: string | null;
}

export interface OutboxLetter extends OutboxMessage {
  headers: [name: string, value: string][];
  text: string;
  html: string | null;
  raw: string;
}

export interface OutboxPage {
  messages: OutboxMessage[];
  next: string | null;
}

/** `null`: the server shows no outbox, because it really sends its mail. */
async function read<Answer>(path: string): Promise<Answer | null> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!response.ok || !isJson) return null;
  return (await response.json()) as Answer;
}

export const readOutbox = (after?: string | null) =>
  read<OutboxPage>(after ? `/outbox.json?after=${encodeURIComponent(after)}` : '/outbox.json');

export const readLetter = (id: string) => read<OutboxLetter>(`/outbox/${encodeURIComponent(id)}.json`);

let demo: Promise<boolean> | undefined;

/** Whether this is a demo network, whose mail can be read at /outbox; asked once, when the page is idle. */
export function useDemo(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    demo ??= readOutbox().then(
      (page) => page !== null,
      () => false,
    );
    void demo.then(setKnown);
  }, []);
  return known;
}
