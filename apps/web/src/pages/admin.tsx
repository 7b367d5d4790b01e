import { MembershipRequests } from '../features/people/membership-requests.js';
import { SignedIn } from '../features/people/signed-in.js';
import { useText } from '../i18n/i18n.js';
import { Page, Section } from '../ui/page.js';

export default function AdminPage() {
  const text = useText();
  return (
    <Page title={text('admin.title')} lead={text('admin.lead')} width="reading">
      <SignedIn>
        {() => (
          <Section title={text('admin.memberships')}>
            <MembershipRequests />
          </Section>
        )}
      </SignedIn>
    </Page>
  );
}
