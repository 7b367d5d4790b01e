import type { RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components';
import type { MenuEntry } from './menu.js';
import styles from './menu.module.css';

interface MenuPopoverProps {
  label: string;
  items: readonly MenuEntry[];
  trigger: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The open menu of {@link Menu}; the focus goes into it, and back to its button when it closes. */
export default function MenuPopover({ label, items, trigger, onClose }: MenuPopoverProps) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      className={styles['popover'] ?? ''}
    >
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className={styles['menu'] ?? ''}>
        {items.map(({ id, label: words, act }) => (
          <MenuItem key={id} id={id} onAction={act} className={styles['item'] ?? ''}>
            {words}
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
