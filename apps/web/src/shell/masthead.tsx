import { useState } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useSession, isFocalPoint, type Viewer } from '../features/people/session.js';
import { SignOutDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';
import { Button, LinkButton } from '../ui/button.js';
import { Avatar } from '../ui/emblem.js';
import { Icon } from '../ui/icon.js';
import { Menu } from '../ui/menu.js';
import { Mark } from './mark.js';
import { Preferences } from './preferences.js';
import styles from './shell.module.css';

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
  if (viewer) return <AccountMenu viewer={viewer} />;
  return (
    <LinkButton look="primary" small to="/sign-in">
      {text('people.signIn')}
    </LinkButton>
  );
}

function AccountMenu({ viewer }: { viewer: Viewer }) {
  const text = useText();
  const navigate = useNavigate();
  const { renew } = useSession();
  const { run } = useAction(SignOutDocument);
  const go = (path: string) => () => void navigate(path);
  const signOut = async () => {
    await run({});
    renew();
    await navigate('/');
  };
  const administers = viewer.roles.includes('ADMIN') || isFocalPoint(viewer);
  return (
    <Menu
      label={text('shell.account')}
      trigger={
        <Button look="quiet" className={styles['account']} aria-label={text('shell.accountOf', { name: viewer.name })}>
          <Avatar name={viewer.name} small />
          <span className={styles['accountName']}>{viewer.name}</span>
        </Button>
      }
      items={[
        { id: 'settings', label: text('settings.title'), act: go('/settings') },
        ...(administers ? [{ id: 'admin', label: text('admin.title'), act: go('/admin') }] : []),
        { id: 'sign-out', label: text('people.signOut'), act: () => void signOut() },
      ]}
    />
  );
}
