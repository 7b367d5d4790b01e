import { MemberHome } from '../features/home/member-home.js';
import { VisitorHome } from '../features/home/visitor-home.js';
import { useSession } from '../features/people/session.js';
import { Skeleton } from '../ui/states.js';
import { Page } from '../ui/page.js';

export default function HomePage() {
  const { viewer } = useSession();
  if (viewer === undefined) {
    return (
      <Page title="Gemina" ownHeading>
        <Skeleton />
      </Page>
    );
  }
  return viewer ? <MemberHome viewer={viewer} /> : <VisitorHome />;
}
