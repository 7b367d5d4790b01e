import { useSyncExternalStore } from 'react';
import { useText } from '../i18n/i18n.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import styles from './toast.module.css';

interface Toast {
  id: number;
  words: string;
}

/** Long enough to read twice; it can be closed before, and says nothing that the page doesn't show too. */
const lifetime = 7_000;

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Confirms an act that has just been done. */
export function toast(words: string): void {
  const id = ++count;
  change([...toasts.slice(-2), { id, words }]);
  setTimeout(() => dismiss(id), lifetime);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; it stands once, in the shell. */
export function ToastRegion() {
  const text = useText();
  const shown = useSyncExternalStore(listen, () => toasts);
  return (
    <div className={styles['region']} role="status" aria-live="polite">
      {shown.map(({ id, words }) => (
        <div key={id} className={styles['toast']}>
          {words}
          <Button look="quiet" small icon aria-label={text('shell.close')} onPress={() => dismiss(id)}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
    </div>
  );
}
