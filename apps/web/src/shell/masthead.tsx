import { Link, NavLink } from 'react-router';
import { useSession } from '../features/people/session.js';
import { useText } from '../i18n/i18n.js';
import { LinkButton } from '../ui/button.js';
import { AccountMenu } from './account-menu.js';
import { Mark } from './mark.js';
import { Preferences } from './preferences.js';
import styles from './shell.module.css';

const places = ['cities', 'twinning', 'groups', 'meetings'] as const;

/** Name, ways, language, account, on every screen. */
export function Masthead() {
  const text = useText();
  return (
    <header className={styles['masthead']}>
      <div className={styles['bar']}>
        <Link to="/" className={styles['brand']} aria-label="Gemina">
          <Mark className={styles['mark']} />
          <span className={styles['brandName']}>Gemina</span>
        </Link>
        <nav aria-label={text('shell.navigation')} className={styles['nav']}>
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
