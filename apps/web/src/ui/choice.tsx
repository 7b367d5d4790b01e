import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup,
  FieldError,
  Label,
  Radio,
  RadioGroup,
  Text,
} from 'react-aria-components';
import styles from './choice.module.css';

interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface ChipsProps<Value extends string> {
  name?: string;
  label: string;
  hint?: string;
  options: readonly Option<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  required?: boolean;
}

/** Any of many, shown all at once as chips that are tick boxes. */
export function Chips<Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  required,
  name,
}: ChipsProps<Value>) {
  const keep = (chosen: string[]) =>
    onChange(options.map((option) => option.value).filter((known) => chosen.includes(known)));
  return (
    <CheckboxGroup
      name={name}
      value={[...value]}
      onChange={keep}
      isRequired={required}
      className={styles['group'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <div className={styles['chips']}>
        {options.map((option) => (
          <AriaCheckbox key={option.value} value={option.value} className={styles['chip'] ?? ''}>
            <span className={styles['tick']} aria-hidden="true" />
            {option.label}
          </AriaCheckbox>
        ))}
      </div>
      <FieldError className={styles['error'] ?? ''} />
    </CheckboxGroup>
  );
}

/** One of a few, all in sight. */
export function Radios<Value extends string>({
  label,
  options,
  value,
  onChange,
  name,
}: Omit<ChipsProps<Value>, 'value' | 'onChange'> & { value: Value; onChange: (value: Value) => void }) {
  const choose = (chosen: string) => {
    const option = options.find((known) => known.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup name={name} value={value} onChange={choose} className={styles['group'] ?? ''}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <div className={styles['chips']}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles['chip'] ?? ''}>
            <span className={`${styles['tick']} ${styles['round']}`} aria-hidden="true" />
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function Checkbox({
  children,
  checked,
  onChange,
}: {
  children: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <AriaCheckbox isSelected={checked} onChange={onChange} className={styles['box'] ?? ''}>
      <span className={styles['tick']} aria-hidden="true" />
      {children}
    </AriaCheckbox>
  );
}
