import { api } from '@shared/api/http';
import { PushReports } from './model/reports';

/** Counts push messages as shown or opened, each once however often it is reported. */
export const pushReports = new PushReports((items) => api('/push-messages/shown', { body: { items } }));

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void pushReports.flush();
  });
}
