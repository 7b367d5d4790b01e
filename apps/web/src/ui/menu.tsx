import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './menu.module.css';

interface MenuProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  items: readonly { id: string; label: string; act: () => void }[];
}

/** Acts behind one button, by arrow keys, letters and touch alike. */
export function Menu({ label, trigger, items }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className={styles['popover'] ?? ''}>
        <AriaMenu aria-label={label} className={styles['menu'] ?? ''}>
          {items.map(({ id, label: words, act }) => (
            <MenuItem key={id} id={id} onAction={act} className={styles['item'] ?? ''}>
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
