import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useText } from '../i18n/i18n.js';
import { Announcer } from '../live/announcer.js';
import { useConnection } from '../live/connection.js';
import { PageSkeleton } from '../ui/states.js';
import { ToastRegion } from '../ui/toast.js';
import { Failsafe } from './failsafe.js';
import { Footer } from './footer.js';
import { Masthead } from './masthead.js';
import styles from './shell.module.css';

/** What stands around every page. */
export function Shell() {
  const text = useText();
  const { pathname } = useLocation();
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for the effect's clean-up.
    void window.scrollTo({ top: 0, behavior: 'instant' });
  }, [pathname]);
  return (
    <div className={styles['frame']}>
      <a href="#content" className={styles['skip']}>
        {text('shell.skip')}
      </a>
      <Masthead key={pathname} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Failsafe key={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </Failsafe>
      </main>
      <Footer />
      <ToastRegion />
      <Announcer />
    </div>
  );
}

/** Only speaks up when a break lasts: a socket that comes back within two seconds is nobody's worry. */
function ConnectionBanner() {
  const text = useText();
  const connection = useConnection();
  const broken = connection === 'offline' || connection === 'reconnecting';
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(broken), broken && connection !== 'offline' ? 2_000 : 0);
    return () => clearTimeout(timer);
  }, [broken, connection]);
  return (
    <div role="status">
      {broken && lasting && (
        <p className={styles['banner']}>{text(connection === 'offline' ? 'shell.offline' : 'shell.reconnecting')}</p>
      )}
    </div>
  );
}
