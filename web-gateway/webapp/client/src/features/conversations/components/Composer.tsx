import { ActionIcon, Button } from '@mantine/core';
import { Mic, Plus, SendHorizontal, Smile } from 'lucide-react';
import {
  lazy,
  Suspense,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { MenuButton } from '@shared/office/MenuButton';
import type { Conversation } from '@shared/protocol/types';
import { usePreferences } from '@shared/session/preferences';
import { mentionsIn } from '@shared/ui/body/model/pieces';
import { PACK } from '@shared/ui/body/stickers';
import { useTouch } from '@shared/ui/layout';
import { useConversations } from '../context';
import { allDrafts, saveDraft } from '../drafts';
import type { Inbox } from '../model/inbox';
import css from './Composer.module.css';
import { useTray } from './useTray';

const Tray = lazy(() => import('./Tray').then((part) => ({ default: part.Tray })));
const Recorder = lazy(() => import('./Recorder').then((part) => ({ default: part.Recorder })));
const StickerPicker = lazy(() => import('./StickerPicker').then((part) => ({ default: part.StickerPicker })));

export const LONGEST_TEXT = 4000;

export interface ComposerHandle {
  addFiles: (files: File[]) => void;
  focus: () => void;
}

interface Props {
  conversation: Conversation;
  onLocation: () => void;
  ref?: Ref<ComposerHandle>;
}

/** Where one writes: grows to eight lines, keeps drafts, takes files into a tray, speaks and sends stickers. */
export function Composer({ conversation, onLocation, ref }: Props) {
  const { t } = useTranslation('client');
  const store = useConversations();
  const format = useFormat();
  const { enterSends } = usePreferences();
  const touch = useTouch();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => allDrafts()[conversation.id] ?? '');
  const { tray, add, change, remove, move, send: sendTray } = useTray(conversation.id);
  const [speaking, setSpeaking] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [entries] = useState(
    () => () =>
      import('./AttachMenu').then(({ AttachMenu }) => ({
        default: () => (
          <AttachMenu onFiles={(accept) => acts.current.pick(accept)} onLocation={() => acts.current.onLocation()} />
        ),
      })),
  );
  const acts = useRef({ pick, onLocation });
  acts.current = { pick, onLocation };
  const lastTyping = useRef(0);
  const latest = useRef(text);

  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(() => saveDraft(conversation.id, text), 300);
    return () => clearTimeout(timer);
  }, [text, conversation.id]);
  useEffect(() => () => saveDraft(conversation.id, latest.current), [conversation.id]);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, 8 * 21 + 16)}px`;
  }, [text]);

  useEffect(() => {
    if (!touch) field.current?.focus({ preventScroll: true });
  }, [touch]);

  useImperativeHandle(ref, () => ({ addFiles: add, focus: () => field.current?.focus() }), [add]);

  const left = LONGEST_TEXT - [...text].length;
  const busy = tray.some((one) => one.busy);
  const blocked = tray.some((one) => one.refusal !== null)
    ? t('composer.blocked-by-file')
    : left < 0
      ? t('composer.too-long', { count: -left })
      : null;
  const canSend = !busy && blocked === null && (text.trim() !== '' || tray.length > 0);

  async function send() {
    if (!canSend) return;
    const words = text.trim();
    const captioned = tray.length === 1 && words !== '' && ['image', 'video'].includes(tray[0]!.kind);
    // the rest and the words stay where they are when one is refused
    if (!(await sendTray(captioned ? words : null))) return;
    if (words !== '' && !captioned) {
      const mentions = mentionsIn(words, nameable(store.inbox()));
      store.send(conversation.id, { type: 'text', text: words, ...(mentions.length > 0 ? { mentions } : {}) });
    }
    setText('');
    latest.current = '';
    saveDraft(conversation.id, '');
    stopTyping();
    field.current?.focus();
  }

  /** The device's files, of these types only. */
  function pick(accept: string) {
    if (!picker.current) return;
    picker.current.accept = accept;
    picker.current.click();
  }

  function stopTyping() {
    if (lastTyping.current > 0) store.typing(conversation.id, false);
    lastTyping.current = 0;
  }

  function onChange(value: string) {
    setText(value);
    const now = Date.now();
    if (value.trim() === '') stopTyping();
    else if (now - lastTyping.current > 3000) {
      lastTyping.current = now;
      store.typing(conversation.id, true);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter that ends an input method's composition belongs to the input method (keyCode 229 in older browsers).
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const plain = !event.shiftKey && !event.altKey;
    const sends = enterSends ? plain && !touch : event.ctrlKey || event.metaKey || event.shiftKey;
    if (!sends) return;
    event.preventDefault();
    void send();
  }

  function onPaste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  }

  return (
    <div className={css.place}>
      <div className={css.composer}>
        {tray.length > 0 ? (
          <Suspense>
            <Tray
              tray={tray}
              onChange={change}
              onRemove={(id) => {
                remove(id);
                field.current?.focus();
              }}
              onMove={move}
            />
          </Suspense>
        ) : null}
        {choosing ? (
          <Suspense>
            <StickerPicker
              onPick={(sticker) => {
                store.send(conversation.id, { type: 'sticker', pack: PACK, sticker });
                setChoosing(false);
                field.current?.focus();
              }}
              onClose={() => setChoosing(false)}
            />
          </Suspense>
        ) : null}
        {speaking ? (
          <Suspense fallback={<div className={css.line} />}>
            <Recorder
              onSend={(body, shown) => store.send(conversation.id, body, shown)}
              onClose={() => {
                setSpeaking(false);
                requestAnimationFrame(() => field.current?.focus());
              }}
            />
          </Suspense>
        ) : null}
        <div className={css.line} hidden={speaking}>
          <MenuButton
            className={css.add}
            menuWidth={240}
            aria-label={t('composer.add')}
            title={t('composer.add')}
            entries={entries}
          >
            <Plus size={20} strokeWidth={1.9} aria-hidden="true" />
          </MenuButton>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={t('composer.add')}
            onChange={(event) => {
              add([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
              field.current?.focus();
            }}
          />
          <textarea
            ref={field}
            className={css.field}
            rows={1}
            dir="auto"
            aria-label={t('composer.label', { name: conversation.party.name })}
            placeholder={t('composer.placeholder', {
              name:
                conversation.party.kind === 'user' ? conversation.party.name.split(/\s+/)[0] : conversation.party.name,
            })}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={stopTyping}
          />
          {left < 200 ? (
            <span className={css.left} data-over={left < 0 || undefined} role={left < 0 ? 'alert' : undefined}>
              {blocked && left < 0 ? blocked : format.full(left)}
            </span>
          ) : null}
          <ActionIcon
            className={css.tool}
            aria-label={t('composer.stickers')}
            title={t('composer.stickers')}
            aria-expanded={choosing}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setChoosing(!choosing)}
          >
            <Smile size={20} strokeWidth={1.9} />
          </ActionIcon>
          {text.trim() === '' && tray.length === 0 ? (
            <ActionIcon
              className={css.tool}
              aria-label={t('composer.speak')}
              title={t('composer.speak')}
              onClick={() => setSpeaking(true)}
            >
              <Mic size={20} strokeWidth={1.9} />
            </ActionIcon>
          ) : null}
          <Button
            className={css.send}
            onClick={() => void send()}
            disabled={!canSend}
            loading={busy}
            aria-label={t('composer.send')}
            title={blocked ?? t('composer.send')}
            data-shown={text.trim() !== '' || tray.length > 0 || undefined}
          >
            <SendHorizontal size={18} strokeWidth={1.9} aria-hidden="true" />
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Whose `@handle` becomes a mention: official accounts that one follows. People are named by nobody but themselves. */
function nameable({ conversations }: Inbox): Set<string> {
  const accounts = Object.values(conversations).filter(({ party }) => party.kind === 'account' && party.verified);
  return new Set(accounts.flatMap(({ party }) => (party.handle ? [party.handle] : [])));
}
