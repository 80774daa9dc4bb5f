import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@shared/ui/layout';
import { Empty } from '@shared/ui/Empty';
import { useInbox } from '@client/features/conversations';
import { FirstSteps } from './FirstSteps';
import { ListPane } from './ListPane';

/** Nothing chosen: the list on a phone, else what to do first or next. */
export function HomePage() {
  const { t } = useTranslation('client');
  const phone = usePhone();
  const navigate = useNavigate();
  const known = useInbox((inbox) => Object.keys(inbox.conversations).length);
  const loaded = useInbox((inbox) => inbox.loaded);
  if (phone) return <ListPane selected={null} onOpen={(id) => void navigate({ to: '/c/$id', params: { id } })} />;
  if (!loaded) return null;
  return known === 0 ? <FirstSteps /> : <Empty title={t('home.choose')} text={t('home.choose-text')} />;
}
