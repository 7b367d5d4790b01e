import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { useRefusalText } from '../i18n/refusal-text.js';
import { useText } from '../i18n/i18n.js';
import type { Refusal } from '../live/refusal.js';
import styles from './form.module.css';

interface FormProps {
  onSubmit: (entries: FormData) => void;
  refusal?: Refusal;
  children: ReactNode;
  label?: string;
}

/** A form that shows a refusal where it belongs: beside the field at fault by its name, and above everything as a summary that takes the focus. */
export function Form({ onSubmit, refusal, children, label }: FormProps) {
  const words = useRefusalText();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  const errors = refusal?.field ? { [refusal.field]: words(refusal) } : undefined;
  return (
    <AriaForm onSubmit={submit} validationErrors={errors} className={styles['form'] ?? ''} aria-label={label}>
      {refusal && <RefusalSummary refusal={refusal} />}
      {children}
    </AriaForm>
  );
}

/** Says why not, and takes the focus, so that nobody has to look for it. */
export function RefusalSummary({ refusal }: { refusal: Refusal }) {
  const text = useText();
  const words = useRefusalText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [refusal]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles['summary']}>
      <strong>{text('refusal.title')}</strong>
      {words(refusal)}
    </div>
  );
}

export function FormRow({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

/** One entry of a form as text, without the blanks around it; a file or a missing entry counts as empty. */
export function entry(entries: FormData, name: string): string {
  return secret(entries, name).trim();
}

/** The same to the letter, for passwords. */
export function secret(entries: FormData, name: string): string {
  const value = entries.get(name);
  return typeof value === 'string' ? value : '';
}
