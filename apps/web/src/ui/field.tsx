import type { HTMLInputAutoCompleteAttribute } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { useText } from '../i18n/i18n.js';
import styles from './field.module.css';

export interface TextFieldProps {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'datetime-local' | 'date' | 'time';
  required?: boolean;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  /** Rows of a text of several lines; left out: one line. */
  rows?: number;
  maxLength?: number;
  minLength?: number;
  placeholder?: string;
  step?: number;
  min?: number;
  max?: number;
  /** No "optional" beside the label: for filters, where everything is. */
  bare?: boolean;
}

/** A labelled text entry with its hint and its error; errors come from the browser or, by `name`, from the {@link Form} around it. */
export function TextField({
  label,
  hint,
  rows,
  required = false,
  type = 'text',
  placeholder,
  step,
  min,
  max,
  bare,
  ...field
}: TextFieldProps) {
  return (
    <AriaTextField {...field} type={rows ? 'text' : type} isRequired={required} className={styles['field'] ?? ''}>
      <FieldLabel label={label} plain={required || bare} />
      {hint && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      {rows ? (
        <TextArea rows={rows} placeholder={placeholder} className={styles['input'] ?? ''} />
      ) : (
        <Input placeholder={placeholder} step={step} min={min} max={max} className={styles['input'] ?? ''} />
      )}
      <FieldError className={styles['error'] ?? ''} />
    </AriaTextField>
  );
}

function FieldLabel({ label, plain }: { label: string; plain?: boolean }) {
  const text = useText();
  return (
    <Label className={styles['label'] ?? ''}>
      {label}
      {!plain && <span className={styles['optional']}> {text('shell.optional')}</span>}
    </Label>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  name?: string;
  options: readonly { value: Value; label: string }[];
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  labelHidden?: boolean;
  className?: string;
}

/** One of a few: the platform's own list, which phones and screen readers know best. */
export function Select<Value extends string>({
  label,
  options,
  onChange,
  labelHidden,
  className,
  ...select
}: SelectProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find(({ value }) => value === chosen);
    if (option) onChange?.(option.value);
  };
  return (
    <label className={className ?? styles['field']}>
      <span className={labelHidden ? 'sr-only' : styles['label']}>{label}</span>
      <select
        {...select}
        onChange={(event) => choose(event.target.value)}
        className={`${styles['input']} ${styles['native']}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
