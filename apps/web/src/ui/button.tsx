import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link, type LinkProps } from 'react-router';
import { useText } from '../i18n/i18n.js';
import styles from './button.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger' | 'night' | 'nightOutline';

interface Shape {
  look?: Look;
  small?: boolean;
  /** Square, for a single icon; give it an `aria-label`. */
  icon?: boolean;
}

const classes = ({ look = 'secondary', small, icon }: Shape, more?: string) =>
  [styles['button'], styles[look], small && styles['small'], icon && styles['icon'], more].filter(Boolean).join(' ');

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'>, Shape {
  children: ReactNode;
  /** The work that it started is still going on: it stays focusable but does nothing. */
  busy?: boolean;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look, small, icon, busy = false, className, children, type, onPress, ...props }: ButtonProps) {
  const text = useText();
  return (
    <AriaButton
      {...props}
      type={busy ? 'button' : type}
      onPress={busy ? undefined : onPress}
      data-busy={busy || undefined}
      className={classes({ look, small, icon }, className)}
    >
      {children}
      {busy && (
        <>
          <span className={styles['dots']} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span className="sr-only">{text('shell.working')}</span>
        </>
      )}
    </AriaButton>
  );
}

/** A link that looks like a button because it leads to the page's main act. */
export function LinkButton({ look, small, icon, className, ...props }: LinkProps & Shape) {
  return <Link {...props} className={classes({ look, small, icon }, className)} />;
}

/** The same for an address outside the app's routes, such as a calendar file. */
export function AnchorButton({ look, small, icon, className, ...props }: React.ComponentProps<'a'> & Shape) {
  return <a {...props} className={classes({ look, small, icon }, className)} />;
}
