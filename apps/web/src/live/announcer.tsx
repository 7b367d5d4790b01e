import { useSyncExternalStore } from 'react';

let spoken = '';
const listeners = new Set<() => void>();

/** Says something to screen-reader users once they are idle, without moving focus. */
export function announce(words: string): void {
  // The same words twice in a row are only read again when the text differs.
  spoken = spoken === words ? `${words}\u00a0` : words;
  listeners.forEach((listener) => listener());
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The polite live region of the page; it stands once, in the shell. */
export function Announcer() {
  const words = useSyncExternalStore(listen, () => spoken);
  return (
    <div aria-live="polite" role="status" className="sr-only" data-testid="announcer">
      {words}
    </div>
  );
}
