import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@shared/protocol/types';
import { prefer, usePreferences } from '@shared/session/preferences';
import { Empty } from '@shared/ui/Empty';
import { usePhone, useWide } from '@shared/ui/layout';
import { PageSkeleton } from '@shared/ui/Skeleton';
import { CannotWrite, ConversationView, useInbox } from '@client/features/conversations';
import { useConversationActs } from './acts';
import type { MenuAt } from './ConversationMenu';
import css from './ConversationPage.module.css';
import { openPeople, openReport } from './sheets';
import { AccountDetailsSlot, DosagePillSlot, PushFootSlot, reportPush } from './slots';

const ConversationMenu = lazy(() => import('./ConversationMenu').then((part) => ({ default: part.ConversationMenu })));
const Details = lazy(() =>
  import('@client/features/conversations/components/Details').then((part) => ({ default: part.Details })),
);
/** A conversation with its details beside it, over it or instead of it, by width. */
export function ConversationPage({ id }: { id: string }) {
  const { t } = useTranslation('client');
  const conversation = useInbox((inbox) => inbox.conversations[id]);
  const loaded = useInbox((inbox) => inbox.loaded);
  const phone = usePhone();
  const navigate = useNavigate();
  if (!conversation) {
    if (!loaded) return null;
    return (
      <>
        {phone ? <h1 className="p-hidden">{t('conversation.gone')}</h1> : null}
        <Empty title={t('conversation.gone')} text={t('conversation.gone-text')}>
          {phone ? (
            <Button variant="default" onClick={() => void navigate({ to: '/' })}>
              {t('tabs.conversations')}
            </Button>
          ) : null}
        </Empty>
      </>
    );
  }
  return <Known conversation={conversation} />;
}

function Known({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('client');
  const navigate = useNavigate();
  const phone = usePhone();
  const wide = useWide();
  const acts = useConversationActs();
  const { detailsOpen } = usePreferences();
  const [over, setOver] = useState(false);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const shown = wide ? detailsOpen : over;
  const { party } = conversation;
  const isAccount = party.kind === 'account';

  const toggle = () => (wide ? prefer({ detailsOpen: !detailsOpen }) : setOver(!over));
  const close = () => (wide ? prefer({ detailsOpen: false }) : setOver(false));

  return (
    <div className={css.page}>
      {phone && shown ? null : (
        <ConversationView
          conversation={conversation}
          onBack={phone ? () => void navigate({ to: '/' }) : undefined}
          detailsOpen={shown}
          onDetails={toggle}
          onMenu={(one, at) => setMenu({ conversation: one, at })}
          headerSlot={
            isAccount ? (
              <Suspense>
                <DosagePillSlot conversation={conversation} />
              </Suspense>
            ) : null
          }
          refusal={refusal()}
          pushFoot={
            isAccount
              ? (message) => (
                  <Suspense>
                    <PushFootSlot conversation={conversation} message={message} />
                  </Suspense>
                )
              : undefined
          }
          wayOut={(entry) =>
            entry.refused?.problem === 'not-a-contact' && party.handle ? (
              <button className="p-link" onClick={() => openPeople(party.handle!)}>
                {t('conversation.ask-contact')}
              </button>
            ) : null
          }
          onPush={reportPush}
          onArticle={(article) => void navigate({ to: '/p/$id', params: { id: article } })}
        />
      )}
      {phone && shown ? <h1 className="p-hidden">{t('conversation.with', { name: party.name })}</h1> : null}
      {shown ? (
        <div
          className={css.details}
          data-over={(!wide && !phone) || undefined}
          data-full={phone || undefined}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <Suspense fallback={<PageSkeleton />}>
            <Details
              conversation={conversation}
              onClose={close}
              onMute={(muted) => acts.mute(conversation, muted)}
              onPin={(pinned) => acts.pin(conversation, pinned)}
              onBlock={isAccount ? undefined : () => acts.block(conversation)}
              onReport={() => openReport(conversation)}
            >
              {isAccount ? <AccountDetailsSlot conversation={conversation} /> : null}
            </Details>
          </Suspense>
        </div>
      ) : null}
      {menu ? (
        <Suspense>
          <ConversationMenu menu={menu} onClose={() => setMenu(null)} />
        </Suspense>
      ) : null}
    </div>
  );

  function refusal() {
    if (party.state === 'suspended')
      return <CannotWrite title={t('cannot.suspended', { name: party.name })} text={t('cannot.suspended-text')} />;
    if (party.state === 'gone')
      return <CannotWrite title={t('cannot.gone', { name: party.name })} text={t('cannot.gone-text')} />;
    if (isAccount && conversation.follow === null) {
      return (
        <CannotWrite title={t('cannot.not-following', { name: party.name })} text={t('cannot.not-following-text')}>
          {party.handle ? (
            <Button
              variant="default"
              onClick={() => void navigate({ to: '/@{$handle}', params: { handle: party.handle! } })}
            >
              {t('cannot.follow-again')}
            </Button>
          ) : null}
        </CannotWrite>
      );
    }
    return undefined;
  }
}
