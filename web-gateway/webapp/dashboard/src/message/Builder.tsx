import {
  Columns3,
  File as FileIcon,
  Film,
  Image as ImageIcon,
  LayoutTemplate,
  List as ListIcon,
  ListChecks,
  MessageSquareQuote,
  Newspaper,
  Pencil,
  RectangleHorizontal,
  Rows3,
  Type,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import type { BodyView, QuickReply } from '@shared/protocol/bodies';
import { pictureOf, usePreview } from '@shared/ui/preview';
import { ActionFields } from './ActionFields';
import { BodyFields } from './BodyFields';
import { Entries, LacksProvider, moved, Mover } from './Fields';
import css from './message.module.css';
import { emptyAction, emptyBody, KINDS, LIMITS, type Kind } from './model/bodies';
import { lacksOf } from './model/lacks';

const ICONS: Record<Kind, LucideIcon> = {
  text: Type,
  image: ImageIcon,
  article: Newspaper,
  articles: Rows3,
  card: RectangleHorizontal,
  carousel: Columns3,
  list: ListIcon,
  confirm: MessageSquareQuote,
  form: ListChecks,
  video: Film,
  file: FileIcon,
  layout: LayoutTemplate,
};

interface Props {
  bodies: readonly BodyView[];
  onChange: (bodies: BodyView[]) => void;
  /** Whether what is missing is said beside its fields: once somebody tried to send it. */
  checked: boolean;
  disabled?: boolean;
}

/** Up to five messages that go out together, built without code; the last one may offer quick replies. */
export function Builder({ bodies, onChange, checked, disabled }: Props) {
  const { t } = useTranslation('message');
  const format = useFormat();
  const preview = usePreview();
  const [open, setOpen] = useState(bodies.length - 1);
  const last = bodies.at(-1);
  const replies = last && last.type !== 'several' ? (last.quickReplies ?? []) : [];

  const replace = (at: number, body: BodyView) => onChange(bodies.map((each, index) => (index === at ? body : each)));
  /** Quick replies stand below all of them, so they belong to whichever comes last. */
  const settle = (next: BodyView[]) =>
    onChange(
      next.map((body, at) => {
        if (body.type === 'several') return body;
        return { ...body, quickReplies: at === next.length - 1 ? replies : undefined };
      }),
    );
  const add = (kind: Kind) => {
    const words = { yes: t('words.yes'), no: t('words.no'), choose: t('words.choose'), submit: t('words.submit') };
    settle([...bodies, emptyBody(kind, words)]);
    setOpen(bodies.length);
  };

  return (
    <fieldset className={css.builder} disabled={disabled}>
      <legend className="p-hidden">{t('builder')}</legend>
      {bodies.map((body, at) => {
        const lacks = checked ? lacksOf(body) : [];
        const kind = t(`kind.${body.type}`);
        const name = bodies.length > 1 ? t('numbered', { kind, number: at + 1 }) : kind;
        const picture = pictureOf(body);
        return (
          <section key={at} className={css.body} aria-label={name} data-wrong={lacks.length > 0 || undefined}>
            <header className={css.bodyHead}>
              {picture && at !== open ? (
                <img src={picture.thumbnailUrl} alt="" width={44} height={44} />
              ) : (
                <span className={css.bodyIcon}>{icon(body.type)}</span>
              )}
              <span className={css.bodyWords}>
                <h3>{name}</h3>
                {at === open ? null : <small dir="auto">{preview(body) || t('nothing-yet')}</small>}
                {lacks.length > 0 ? <small className={css.over}>{t('lacking', { count: lacks.length })}</small> : null}
              </span>
              <ActionIcon
                aria-label={t(at === open ? 'close' : 'edit', { name })}
                aria-expanded={at === open}
                onClick={() => setOpen(at === open ? -1 : at)}
              >
                <Pencil size={16} strokeWidth={1.9} />
              </ActionIcon>
              <Mover
                name={name}
                at={at}
                count={bodies.length}
                onMove={(to) => {
                  settle(moved(bodies, at, to));
                  if (open === at) setOpen(to);
                }}
                onRemove={() => {
                  settle(bodies.filter((_, index) => index !== at));
                  setOpen(bodies.length - 2);
                }}
              />
            </header>
            {at === open ? (
              <LacksProvider value={lacks}>
                <div className={css.fields}>
                  <BodyFields body={body} onChange={(next) => replace(at, next)} />
                </div>
              </LacksProvider>
            ) : null}
          </section>
        );
      })}
      <div className={css.kinds} role="group" aria-label={t('add')}>
        {bodies.length < LIMITS.messages ? (
          KINDS.map((kind) => (
            <button key={kind} type="button" className={css.kind} onClick={() => add(kind)}>
              {icon(kind)}
              {t(`kind.${kind}`)}
            </button>
          ))
        ) : (
          <p className={css.help}>{t('full', { limit: format.full(LIMITS.messages) })}</p>
        )}
      </div>
      {last && last.type !== 'several' ? (
        <LacksProvider value={checked ? lacksOf(last) : []}>
          <div className={css.replies}>
            <h3>{t('replies.title')}</h3>
            <p className={css.help}>{t('replies.help')}</p>
            <Entries
              entries={replies}
              most={LIMITS.quickReplies}
              name={(at) => t('replies.one', { number: at + 1 })}
              add={t('replies.add')}
              make={(): QuickReply => ({ action: emptyAction('say') })}
              onChange={(next) => replace(bodies.length - 1, { ...last, quickReplies: next })}
            >
              {(reply, at, change) => (
                <ActionFields
                  at={`quickReplies.${at}`}
                  action={reply.action}
                  onChange={(action) => change({ ...reply, action })}
                />
              )}
            </Entries>
          </div>
        </LacksProvider>
      ) : null}
    </fieldset>
  );
}

function icon(type: BodyView['type']) {
  const Icon = ICONS[type as Kind] ?? LayoutTemplate;
  return <Icon size={18} strokeWidth={1.9} aria-hidden />;
}
