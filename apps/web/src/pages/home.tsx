import { MemberHome } from '../features/home/member-home.js';
import { VisitorHome } from '../features/home/visitor-home.js';
import { useSession } from '../features/people/session.js';
import { PageSkeleton } from '../ui/states.js';

export default function HomePage() {
  const { viewer } = useSession();
  if (viewer === undefined) return <PageSkeleton />;
  return viewer ? <MemberHome viewer={viewer} /> : <VisitorHome />;
}
