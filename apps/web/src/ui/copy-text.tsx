import { useText } from '../i18n/i18n.js';
import { Button } from './button.js';
import styles from './copy-text.module.css';
import { Icon } from './icon.js';
import { toast } from './toast.js';

/** Something to be taken along, such as an address: shown in full, copied with one press. */
export function CopyText({ value, label }: { value: string; label: string }) {
  const text = useText();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast(text('shell.copied'));
  };
  return (
    <span className={styles['copy']}>
      <code>{value}</code>
      <Button look="quiet" icon aria-label={label} onPress={() => void copy()}>
        <Icon name="copy" />
      </Button>
    </span>
  );
}
