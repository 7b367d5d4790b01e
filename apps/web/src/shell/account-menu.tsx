import { useNavigate } from 'react-router';
import { isFocalPoint, useSession, type Viewer } from '../features/people/session.js';
import { SignOutDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAction } from '../live/operations.js';
import { Avatar } from '../ui/emblem.js';
import { Menu } from '../ui/menu.js';
import styles from './shell.module.css';

/** Who is signed in, and what they may do with their account. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
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
      labelled={false}
      button={{ look: 'quiet' }}
      className={styles['account']}
      items={[
        { id: 'settings', label: text('settings.title'), act: go('/settings') },
        ...(administers ? [{ id: 'admin', label: text('admin.title'), act: go('/admin') }] : []),
        { id: 'sign-out', label: text('people.signOut'), act: () => void signOut() },
      ]}
    >
      <Avatar name={viewer.name} small />
      <span className={styles['accountName']}>{viewer.name}</span>
      <span className="sr-only">({text('shell.account')})</span>
    </Menu>
  );
}
