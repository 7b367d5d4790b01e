import { useSyncExternalStore } from 'react';

export type Connection = 'idle' | 'connecting' | 'live' | 'reconnecting';

let connection: Connection = 'idle';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  listeners.forEach((listener) => listener());
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** How live the page is just now; `offline` when the device itself has no network. */
export function useConnection(): Connection | 'offline' {
  return useSyncExternalStore(listen, () => (navigator.onLine ? connection : 'offline'));
}
