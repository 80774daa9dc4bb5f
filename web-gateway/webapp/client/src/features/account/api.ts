import { api } from '@shared/api/http';
import type { ShownItem } from './model/shown';

/** Counts push messages as shown or opened, each once however often it is reported. */
export function reportShown(items: ShownItem[]): Promise<void> {
  return api('/push-messages/shown', { body: { items } });
}
