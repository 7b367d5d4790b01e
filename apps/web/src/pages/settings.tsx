import { AccessTokens } from '../features/people/access-tokens.js';
import { EraseAccount, ExportData, ProfileForm, SignOutEverywhere } from '../features/people/account.js';
import { SignedIn } from '../features/people/signed-in.js';
import type { Viewer } from '../features/people/session.js';
import { SettingsDocument } from '../generated/graphql.js';
import { useText } from '../i18n/i18n.js';
import { useAnswer } from '../live/operations.js';
import { cardStyles } from '../ui/card.js';
import { Page, Section } from '../ui/page.js';
import { Loaded } from '../ui/states.js';

export default function SettingsPage() {
  const text = useText();
  return (
    <Page title={text('settings.title')} width="reading">
      <SignedIn>{(viewer) => <Settings viewer={viewer} />}</SignedIn>
    </Page>
  );
}

function Settings({ viewer }: { viewer: Viewer }) {
  const text = useText();
  const answer = useAnswer(SettingsDocument, {}, { about: ['AccessToken'] });
  return (
    <Loaded answer={answer}>
      {({ viewer: profile, accessTokens }) => (
        <>
          <Section title={text('settings.profile')} aside={viewer.email}>
            <ProfileForm viewer={viewer} bio={profile?.bio} />
          </Section>
          <Section title={text('settings.sessions')}>
            <p className={cardStyles['soft']}>{text('settings.sessions.lead')}</p>
            <div>
              <SignOutEverywhere />
            </div>
          </Section>
          <Section title={text('settings.tokens')}>
            <AccessTokens tokens={accessTokens} onChange={answer.again} />
          </Section>
          <Section title={text('settings.yours')}>
            <p className={cardStyles['soft']}>{text('settings.export.lead')}</p>
            <div>
              <ExportData />
            </div>
            <p className={cardStyles['soft']}>{text('settings.erase.lead')}</p>
            <div>
              <EraseAccount />
            </div>
          </Section>
        </>
      )}
    </Loaded>
  );
}
