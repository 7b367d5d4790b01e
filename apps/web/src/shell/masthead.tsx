import { lazy, Suspense, useState } from 'react';
import { Link, NavLink } from 'react-router';
import { useSession } from '../features/people/session.js';
import { useText } from '../i18n/i18n.js';
import { Button, LinkButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Mark } from './mark.js';
import { Preferences } from './preferences.js';
import styles from './shell.module.css';

/** Menus and what floats are only fetched for who has an account to open. */
const AccountMenu = lazy(() => import('./account-menu.js'));

const places = ['cities', 'twinning', 'groups', 'meetings'] as const;

/** Name, ways, language, account. On narrow screens the ways are behind a button. */
export function Masthead() {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <header className={styles['masthead']}>
      <div className={styles['bar']}>
        <Link to="/" className={styles['brand']}>
          <Mark className={styles['mark']} />
          Gemina
        </Link>
        <nav id="ways" aria-label={text('shell.navigation')} className={styles['nav']} data-open={open || undefined}>
          <ul>
            {places.map((place) => (
              <li key={place}>
                <NavLink to={`/${place}`}>{text(`${place}.title`)}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles['tools']}>
          <Preferences />
          <Account />
          <Button
            look="quiet"
            icon
            className={styles['menuButton']}
            aria-label={text('shell.menu')}
            aria-expanded={open}
            aria-controls="ways"
            onPress={() => setOpen(!open)}
          >
            <Icon name={open ? 'close' : 'menu'} />
          </Button>
        </div>
      </div>
    </header>
  );
}

function Account() {
  const text = useText();
  const { viewer } = useSession();
  if (viewer === undefined) return null;
  if (viewer) {
    return (
      <Suspense>
        <AccountMenu viewer={viewer} />
      </Suspense>
    );
  }
  return (
    <LinkButton look="primary" small to="/sign-in">
      {text('people.signIn')}
    </LinkButton>
  );
}
