import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/i18n.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';

/** Catches what a page throws, so that the shell and the way elsewhere stay. */
export class Failsafe extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const text = useText();
  return (
    <Page title={text('shell.broken')} lead={text('shell.broken.lead')} width="reading">
      <p>
        <Button look="primary" onPress={() => location.reload()}>
          {text('shell.reload')}
        </Button>
      </p>
    </Page>
  );
}
