import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@shared/i18n/i18n';
import { newQueryClient, ParleyProvider } from '@shared/ui/ParleyProvider';
import { Client } from './app/Client';

const catalogs = import.meta.glob('../locales/*/*.json', { import: 'default' });
const queries = newQueryClient();

void startI18n(catalogs, ['client']).then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <ParleyProvider client={queries}>
        <Client />
      </ParleyProvider>
    </StrictMode>,
  ),
);
