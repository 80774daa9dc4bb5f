import { ActionIcon, Button } from '@mantine/core';
import { ArrowLeft, EllipsisVertical, Hourglass, PanelRight } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '@shared/api/http';
import type { PictureView } from '@shared/protocol/bodies';
import type { Conversation, Message, Problem } from '@shared/protocol/types';
import type { OutboxEntry } from '@shared/socket/outbox';
import { PartyName } from '@shared/ui/PartyName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal } from '@shared/ui/Refusal';
import { Skeleton, useSkeleton } from '@shared/ui/Skeleton';
import { useConversations, useInbox, useOutbox } from '../context';
import { repliesOf } from '../model/replies';
import { Composer, type ComposerHandle } from './Composer';
import css from './ConversationView.module.css';
import { MessageList } from './MessageList';
import { useBodyActs } from './useBodyActs';

export interface ConversationViewProps {
  conversation: Conversation;
  onBack?: () => void;
  detailsOpen: boolean;
  onDetails: () => void;
  onMenu: (conversation: Conversation, at: { x: number; y: number; ends?: boolean }) => void;
  /** In the header: the dosage of an account. */
  headerSlot?: ReactNode;
  aboveComposer?: ReactNode;
  /** Why one cannot write here now, and the way out; replaces the composer. */
  refusal?: ReactNode;
  pushFoot?: (message: Message) => ReactNode;
  wayOut?: (entry: OutboxEntry) => ReactNode;
  onPush: (message: Message, opened: boolean, link?: string) => void;
  /** One of our own article pages, inside the app. */
  onArticle: (id: string) => void;
}

const QuickReplies = lazy(() => import('./QuickReplies').then((part) => ({ default: part.QuickReplies })));
const ImageView = lazy(() => import('./ImageView').then((part) => ({ default: part.ImageView })));

/** One conversation: header, messages, composer. Takes files anywhere. */
export function ConversationView(props: ConversationViewProps) {
  const {
    conversation,
    onBack,
    detailsOpen,
    onDetails,
    onMenu,
    headerSlot,
    aboveComposer,
    refusal,
    pushFoot,
    wayOut,
    onPush,
    onArticle,
  } = props;
  const { t } = useTranslation('client');
  const store = useConversations();
  const known = useInbox((inbox) => inbox.threads[conversation.id] !== undefined);
  const typing = useInbox((inbox) => inbox.typing[conversation.id] !== undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [dragging, setDragging] = useState(false);
  const [image, setImage] = useState<PictureView | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const messages = useInbox((inbox) => inbox.threads[conversation.id]?.messages);
  const waiting = useOutbox().filter((entry) => entry.conversation === conversation.id).length;
  const addFiles = useCallback((files: File[]) => composer.current?.addFiles(files), []);
  const { acts, layer, askLocation } = useBodyActs(conversation.id, addFiles, onArticle);
  const offered = refusal ? null : repliesOf(conversation, messages ?? [], waiting);
  const skeleton = useSkeleton(!known && problem === null);
  const { party } = conversation;

  const load = () => {
    setProblem(null);
    store.open(conversation.id).catch((error: unknown) => setProblem(problemOf(error)));
  };
  useEffect(() => {
    store.open(conversation.id).catch((error: unknown) => setProblem(problemOf(error)));
  }, [store, conversation.id]);

  const status = typing
    ? t('conversation.typing')
    : party.kind === 'user'
      ? conversation.online
        ? t('conversation.online')
        : conversation.online === false
          ? t('conversation.offline')
          : `@${party.handle ?? ''}`
      : `@${party.handle ?? ''}`;

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    composer.current?.addFiles([...event.dataTransfer.files]);
  };

  return (
    <section
      className={css.conversation}
      aria-label={t('conversation.with', { name: party.name })}
      onDragOver={(event) => {
        if (![...event.dataTransfer.types].includes('Files') || refusal) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
      }}
      onDrop={onDrop}
    >
      {onBack ? <h1 className="p-hidden">{t('conversation.with', { name: party.name })}</h1> : null}
      <header className={css.header}>
        {onBack ? (
          <ActionIcon onClick={onBack} aria-label={t('shared:act.back')}>
            <ArrowLeft size={20} strokeWidth={1.9} />
          </ActionIcon>
        ) : null}
        <button className={css.who} onClick={onDetails}>
          <PartyPicture party={party} online={conversation.online} size={36} />
          <span className={css.words}>
            <span className={css.name}>
              <PartyName name={party.name} verified={party.verified} />
            </span>
            <span className={css.status} data-typing={typing || undefined}>
              {status}
            </span>
          </span>
          <span className="p-hidden">, {t('conversation.details')}</span>
        </button>
        {headerSlot}
        <ActionIcon
          className={css.wideOnly}
          onClick={onDetails}
          aria-label={t('conversation.details')}
          aria-pressed={detailsOpen}
          title={t('conversation.details')}
          data-on={detailsOpen || undefined}
        >
          <PanelRight size={20} strokeWidth={1.9} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('shared:act.more')}
          aria-haspopup="menu"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            onMenu(conversation, { x: box.right, y: box.bottom + 4, ends: true });
          }}
        >
          <EllipsisVertical size={20} strokeWidth={1.9} />
        </ActionIcon>
      </header>
      {problem && !known ? (
        <div className={css.problem}>
          <Refusal
            problem={problem}
            title={t('conversation.not-loaded')}
            actions={<Button onClick={load}>{t('shared:act.retry')}</Button>}
          />
        </div>
      ) : known ? (
        <MessageList
          conversation={conversation}
          pushFoot={pushFoot}
          wayOut={wayOut}
          onPush={onPush}
          onOpenImage={setImage}
          acts={refusal ? null : acts}
        />
      ) : (
        <div className={css.bones}>
          {skeleton ? [44, 62, 38, 51].map((width) => <Skeleton key={width} width={`${width}%`} height={36} />) : null}
        </div>
      )}
      {aboveComposer}
      {offered ? (
        <Suspense>
          <QuickReplies key={offered.message} conversation={conversation} offered={offered} acts={acts} />
        </Suspense>
      ) : null}
      {refusal ?? <Composer ref={composer} conversation={conversation} onLocation={askLocation} />}
      {layer}
      {dragging ? (
        <div className={css.drop} aria-hidden="true">
          {t('composer.drop')}
        </div>
      ) : null}
      {image ? (
        <Suspense>
          <ImageView image={image} onClose={() => setImage(null)} />
        </Suspense>
      ) : null}
    </section>
  );
}

/** Instead of the composer: why one cannot write here, and what one can do. */
export function CannotWrite({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={css.cannot} role="note">
      <Hourglass size={20} strokeWidth={1.9} aria-hidden="true" />
      <div>
        <strong>{title}</strong>
        <p>{text}</p>
        {children ? <div className={css.ways}>{children}</div> : null}
      </div>
    </div>
  );
}
