import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import { Button, type ButtonProps } from './button.js';

export interface MenuEntry {
  id: string;
  label: string;
  act: () => void;
}

interface MenuProps {
  /** Names the menu, and its button where that shows no words. */
  label: string;
  items: readonly MenuEntry[];
  children: ReactNode;
  /** How the button looks; left out, it is bare and looks as `className` says. */
  button?: Pick<ButtonProps, 'look' | 'small' | 'icon'>;
  className?: string;
  labelled?: boolean;
}

const load = () => import('./menu-popover.js');
/** What floats is heavy and rarely needed: it is fetched when the pointer or the focus comes near. */
const MenuPopover = lazy(load);

/** Acts behind one button, by arrow keys, letters and touch alike. */
export function Menu({ label, items, children, button, className = '', labelled = true }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const shared = {
    ref: trigger,
    className,
    'aria-label': labelled ? label : undefined,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onHoverStart: () => void load(),
    onFocus: () => void load(),
    onPress: (_event: PressEvent) => setOpen(!open),
  };
  return (
    <>
      {button ? (
        <Button {...button} {...shared}>
          {children}
        </Button>
      ) : (
        <AriaButton {...shared}>{children}</AriaButton>
      )}
      {open && (
        <Suspense>
          <MenuPopover label={label} items={items} trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
