import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useText } from '../i18n/i18n.js';
import { Announcer } from '../live/announcer.js';
import { useConnection } from '../live/connection.js';
import { Skeleton } from '../ui/states.js';
import { Page } from '../ui/page.js';
import { ToastRegion } from '../ui/toast.js';
import { Failsafe } from './failsafe.js';
import { Footer } from './footer.js';
import { Masthead } from './masthead.js';
import styles from './shell.module.css';

/** What stands around every page. */
export function Shell() {
  const text = useText();
  const { pathname } = useLocation();
  useEffect(() => window.scrollTo({ top: 0, behavior: 'instant' }), [pathname]);
  return (
    <div className={styles['frame']}>
      <a href="#content" className={styles['skip']}>
        {text('shell.skip')}
      </a>
      <Masthead key={pathname} />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Failsafe key={pathname}>
          <Suspense fallback={<Waiting />}>
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

function Waiting() {
  const text = useText();
  return (
    <Page title={text('shell.loading')} ownHeading>
      <Skeleton />
    </Page>
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
