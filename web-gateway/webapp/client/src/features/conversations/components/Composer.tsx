import { ActionIcon, Button } from '@mantine/core';
import { CircleAlert, ImagePlus, SendHorizontal, X } from 'lucide-react';
import {
  useCallback,
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
import { newIdempotencyKey, problemOf } from '@shared/api/http';
import { IMAGE_TYPES, LARGEST_UPLOAD, refusalOf, smaller, upload, type UploadRefusal } from '@shared/api/upload';
import { useFormat } from '@shared/format/useFormat';
import type { Conversation, Problem } from '@shared/protocol/types';
import { usePreferences } from '@shared/session/preferences';
import { useTouch } from '@shared/ui/layout';
import { useProblemWords } from '@shared/ui/Refusal';
import { useConversations } from '../context';
import { allDrafts, saveDraft } from '../drafts';
import css from './Composer.module.css';

export const LONGEST_TEXT = 4000;

export interface ComposerHandle {
  addFiles: (files: File[]) => void;
  focus: () => void;
}

interface Attachment {
  id: string;
  file: Blob;
  name: string;
  preview: string;
  description: string;
  refusal: UploadRefusal | null;
  /** What it would be like, when it can be made smaller. */
  smaller: Blob | null;
  problem: Problem | null;
  busy: boolean;
}

/** Where one writes: grows to eight lines, keeps drafts, takes images into a tray. */
export function Composer({ conversation, ref }: { conversation: Conversation; ref?: Ref<ComposerHandle> }) {
  const { t } = useTranslation('client');
  const store = useConversations();
  const format = useFormat();
  const problemWords = useProblemWords();
  const { enterSends } = usePreferences();
  const touch = useTouch();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => allDrafts()[conversation.id] ?? '');
  const [tray, setTray] = useState<Attachment[]>([]);
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

  const addFiles = useCallback((files: File[]) => {
    const added = files.slice(0, 10).map((file): Attachment => ({
      id: newIdempotencyKey(),
      file,
      name: file.name,
      preview: IMAGE_TYPES.includes(file.type) ? URL.createObjectURL(file) : '',
      description: '',
      refusal: refusalOf(file),
      smaller: null,
      problem: null,
      busy: false,
    }));
    setTray((before) => [...before, ...added].slice(0, 10));
    for (const one of added) {
      if (one.refusal?.reason !== 'size') continue;
      void smaller(one.file).then((result) => {
        if (result && result.size <= LARGEST_UPLOAD) change(one.id, { smaller: result });
      });
    }
  }, []);

  useImperativeHandle(ref, () => ({ addFiles, focus: () => field.current?.focus() }), [addFiles]);

  function change(id: string, what: Partial<Attachment>) {
    setTray((before) => before.map((one) => (one.id === id ? { ...one, ...what } : one)));
  }

  function remove(id: string) {
    setTray((before) => {
      const gone = before.find((one) => one.id === id);
      if (gone?.preview) URL.revokeObjectURL(gone.preview);
      return before.filter((one) => one.id !== id);
    });
    field.current?.focus();
  }

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
    const caption = tray.length === 1 && words !== '' ? words : null;
    for (const one of tray) {
      change(one.id, { busy: true, problem: null });
      try {
        const media = await upload(one.file, 'message', one.description.trim() || undefined);
        store.send(
          conversation.id,
          { type: 'image', media: media.id, description: one.description.trim(), caption },
          media,
        );
        remove(one.id);
      } catch (error) {
        change(one.id, { busy: false, problem: problemOf(error) });
        return; // the rest and the words stay in the tray
      }
    }
    if (words !== '' && caption === null) store.send(conversation.id, { type: 'text', text: words });
    setText('');
    latest.current = '';
    saveDraft(conversation.id, '');
    stopTyping();
    field.current?.focus();
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
    const files = [...event.clipboardData.files].filter((file) => file.type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    addFiles(files);
  }

  return (
    <div className={css.place}>
      <div className={css.composer}>
        {tray.length > 0 ? (
          <ul className={css.tray} aria-label={t('composer.tray')}>
            {tray.map((one) => (
              <li key={one.id} className={css.attachment} data-refused={one.refusal !== null || undefined}>
                {one.preview ? (
                  <img src={one.preview} alt="" width={56} height={56} />
                ) : (
                  <span className={css.noPreview} />
                )}
                <div className={css.about}>
                  <span className={css.file}>
                    <bdi>{one.name}</bdi> <span>{format.bytes(one.file.size)}</span>
                  </span>
                  {one.refusal ? (
                    <p className={css.wrong} role="alert">
                      <CircleAlert size={14} strokeWidth={1.9} aria-hidden="true" />
                      {one.refusal.reason === 'size'
                        ? t('composer.too-large', {
                            size: format.bytes(one.refusal.bytes),
                            limit: format.bytes(one.refusal.limit),
                          })
                        : t('composer.wrong-kind')}
                      {one.smaller ? (
                        <button
                          className="p-link"
                          onClick={() => change(one.id, { file: one.smaller!, refusal: null, smaller: null })}
                        >
                          {t('composer.send-smaller', { size: format.bytes(one.smaller.size) })}
                        </button>
                      ) : null}
                    </p>
                  ) : (
                    <input
                      className={css.description}
                      aria-label={t('composer.description', { name: one.name })}
                      type="text"
                      dir="auto"
                      placeholder={t('composer.description-hint')}
                      maxLength={500}
                      value={one.description}
                      onChange={(event) => change(one.id, { description: event.currentTarget.value })}
                    />
                  )}
                  {one.problem ? (
                    <p className={css.wrong} role="alert">
                      {problemWords(one.problem).title}. {problemWords(one.problem).detail}
                    </p>
                  ) : null}
                </div>
                <ActionIcon
                  onClick={() => remove(one.id)}
                  aria-label={t('composer.remove', { name: one.name })}
                  loading={one.busy}
                >
                  <X size={18} strokeWidth={1.9} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        ) : null}
        <div className={css.line}>
          <ActionIcon className={css.add} onClick={() => picker.current?.click()} aria-label={t('composer.add-image')}>
            <ImagePlus size={20} strokeWidth={1.9} />
          </ActionIcon>
          <input
            ref={picker}
            type="file"
            accept={IMAGE_TYPES.join(',')}
            multiple
            hidden
            onChange={(event) => {
              addFiles([...(event.currentTarget.files ?? [])]);
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
