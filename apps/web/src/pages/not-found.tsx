import { useText } from '../i18n/i18n.js';
import { LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** Also what a private thing looks like to those who may not see it. */
export default function NotFoundPage() {
  const text = useText();
  return (
    <Page title={text('notFound.title')} lead={text('notFound.lead')} width="reading">
      <p>
        <LinkButton look="primary" to="/">
          {text('notFound.home')}
        </LinkButton>
      </p>
    </Page>
  );
}
