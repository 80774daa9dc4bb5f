import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@shared/i18n/i18n';
import { newQueryClient, ParleyProvider } from '@shared/ui/ParleyProvider';
import { App } from './app/App';

const catalogs = import.meta.glob('../locales/*/*.json', { import: 'default' });
const client = newQueryClient();

void startI18n(catalogs, ['console', 'office']).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <ParleyProvider client={client}>
        <App />
      </ParleyProvider>
    </StrictMode>,
  ),
);
