import './ui/styles/index.css';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { SessionProvider } from './features/people/session.js';
import { activateLocale, i18n, preferredLocale } from './i18n/i18n.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root to render into.');

await activateLocale(preferredLocale());
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <SessionProvider>
        <App />
      </SessionProvider>
    </I18nProvider>
  </StrictMode>,
);
