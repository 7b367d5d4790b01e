import { Link } from 'react-router';
import { useDemo } from '../features/mail/outbox.js';
import { useText } from '../i18n/i18n.js';
import styles from './footer.module.css';

export function Footer() {
  const text = useText();
  const demo = useDemo();
  return (
    <footer className={styles['footer']}>
      <div className={styles['inner']}>
        <p>{text('shell.about')}</p>
        <nav aria-label={text('shell.more')}>
          <ul>
            <li>
              <Link to="/cities">{text('cities.title')}</Link>
            </li>
            <li>
              <Link to="/meetings">{text('meetings.title')}</Link>
            </li>
            {demo && (
              <li>
                <Link to="/outbox">{text('outbox.title')}</Link>
              </li>
            )}
          </ul>
        </nav>
        <p>{text('shell.credits')}</p>
      </div>
    </footer>
  );
}
