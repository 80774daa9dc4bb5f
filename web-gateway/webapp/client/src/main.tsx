import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@shared/i18n/i18n';
import { EntryPage } from '@shared/session/EntryPage';
import { newQueryClient, ParleyProvider } from '@shared/ui/ParleyProvider';

const catalogs = import.meta.glob('../locales/*/*.json', { import: 'default' });
const client = newQueryClient();

void startI18n(catalogs, ['client']).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <ParleyProvider client={client}>
        <EntryPage />
      </ParleyProvider>
    </StrictMode>,
  ),
);
