import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IMAGE_TYPES } from '@shared/api/upload';
import type { Action, BodyView, DateAction, FormView, GivenAnswer, NewBody } from '@shared/protocol/bodies';
import type { Uuid } from '@shared/protocol/types';
import { articleOf } from '@shared/ui/body/model/address';
import type { BodyActs } from '@shared/ui/body/place';
import { toast } from '@shared/ui/toast';
import { useConversations } from '../context';

const DateSheet = lazy(() => import('./DateSheet').then((part) => ({ default: part.DateSheet })));
const LocationSheet = lazy(() => import('./LocationSheet').then((part) => ({ default: part.LocationSheet })));
const PagePanel = lazy(() => import('./PagePanel').then((part) => ({ default: part.PagePanel })));

type Layer =
  | { kind: 'date'; action: DateAction; message: number }
  | { kind: 'location' }
  | { kind: 'page'; link: string; label: string };

/** What the buttons in one conversation do, and what they open. What people do goes out as messages, through the outbox. */
export function useBodyActs(
  id: Uuid,
  addFiles: (files: File[]) => void,
  openArticle: (id: string) => void,
): { acts: BodyActs; layer: ReactNode; askLocation: () => void } {
  const { t } = useTranslation('rich');
  const store = useConversations();
  const [layer, setLayer] = useState<Layer | null>(null);
  const camera = useRef<HTMLInputElement>(null);
  const photos = useRef<HTMLInputElement>(null);
  const latest = useRef({ openArticle, addFiles });
  latest.current = { openArticle, addFiles };

  const acts = useMemo<BodyActs>(() => {
    const send = (body: NewBody, shown?: BodyView) => store.send(id, body, shown);
    return {
      act(action: Action, message: number) {
        switch (action.type) {
          case 'say':
            return send({ type: 'text', text: action.text });
          case 'postback':
            return send({ type: 'postback', message, data: action.data, text: action.text || action.label });
          case 'date':
            return setLayer({ kind: 'date', action, message });
          case 'location':
            return setLayer({ kind: 'location' });
          case 'camera':
            return camera.current?.click();
          case 'photos':
            return photos.current?.click();
          case 'copy':
            void navigator.clipboard?.writeText(action.text).then(
              () => toast({ message: t('button.copied') }),
              () => toast({ message: t('button.not-copied') }),
            );
            return;
          case 'page': {
            const own = articleOf(action.link);
            if (own) return latest.current.openArticle(own);
            return setLayer({ kind: 'page', link: action.link, label: action.label });
          }
          case 'link':
          case 'call':
            return; // links of the page itself
          default:
            return action satisfies never;
        }
      },
      pick: (row, message) => send({ type: 'pick', message, row: row.id, text: row.title }),
      answer: (form, values, message) =>
        send({ type: 'answers', message, values }, { type: 'answers', message, items: givenIn(form, values) }),
      find: (message) => store.inbox().threads[id]?.messages.find((one) => one.sequence === message)?.body,
      openArticle: (article) => latest.current.openArticle(article),
    };
  }, [id, store, t]);

  const close = () => setLayer(null);
  const picked = (input: HTMLInputElement) => {
    latest.current.addFiles([...(input.files ?? [])]);
    input.value = '';
  };
  return {
    acts,
    askLocation: () => setLayer({ kind: 'location' }),
    layer: (
      <>
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          onChange={(event) => picked(event.currentTarget)}
        />
        <input
          ref={photos}
          type="file"
          accept={IMAGE_TYPES.join(',')}
          multiple
          hidden
          onChange={(event) => picked(event.currentTarget)}
        />
        {layer ? (
          <Suspense>
            {layer.kind === 'date' ? (
              <DateSheet
                action={layer.action}
                onClose={close}
                onChosen={(chosen, text) =>
                  store.send(id, { type: 'postback', message: layer.message, data: layer.action.data, text, chosen })
                }
              />
            ) : layer.kind === 'location' ? (
              <LocationSheet onClose={close} onChosen={(body) => store.send(id, body)} />
            ) : (
              <PagePanel link={layer.link} label={layer.label} onClose={close} />
            )}
          </Suspense>
        ) : null}
      </>
    ),
  };
}

/** The answers with the words they were asked with, as the server gives them back. */
function givenIn(form: FormView, values: Record<string, unknown>): GivenAnswer[] {
  return form.fields.flatMap(({ id, label, kind }) => {
    const value = values[id];
    if (value === undefined) return [];
    return [{ field: id, label, kind, values: Array.isArray(value) ? value.map(String) : [String(value)] }];
  });
}
