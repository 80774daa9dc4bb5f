import { useCallback, useState } from 'react';
import { newIdempotencyKey, problemOf } from '@shared/api/http';
import { LARGEST, smaller, upload } from '@shared/api/upload';
import type { BodyView, NewBody } from '@shared/protocol/bodies';
import type { Uuid } from '@shared/protocol/types';
import { useConversations } from '../context';
import { attachmentOf, bodyOf, type Attachment, type Found } from '../model/attachment';

const MOST = 10;

/** The files that wait to be sent, in their order; each is uploaded and becomes a message of its own. */
export function useTray(conversation: Uuid) {
  const store = useConversations();
  const [tray, setTray] = useState<Attachment[]>([]);

  const change = useCallback((id: string, what: Partial<Attachment>) => {
    setTray((before) => before.map((one) => (one.id === id ? { ...one, ...what } : one)));
  }, []);

  const add = useCallback(
    (files: File[]) => {
      const added = files
        .slice(0, MOST)
        .map((file) => attachmentOf(file, newIdempotencyKey(), (shown) => URL.createObjectURL(shown)));
      setTray((before) => [...before, ...added].slice(0, MOST));
      for (const one of added) {
        if (one.kind !== 'image' || one.refusal?.reason !== 'size') continue;
        void smaller(one.file).then((result) => {
          if (result && result.size <= LARGEST.image) change(one.id, { smaller: result });
        });
      }
    },
    [change],
  );

  const remove = useCallback((id: string) => {
    setTray((before) => {
      const gone = before.find((one) => one.id === id);
      if (gone?.preview) URL.revokeObjectURL(gone.preview);
      return before.filter((one) => one.id !== id);
    });
  }, []);

  const move = useCallback((id: string, by: 1 | -1) => {
    setTray((before) => {
      const at = before.findIndex((one) => one.id === id);
      const to = at + by;
      if (at < 0 || to < 0 || to >= before.length) return before;
      const after = [...before];
      [after[at], after[to]] = [after[to]!, after[at]!];
      return after;
    });
  }, []);

  /** Sends all of them in order; false when one was refused, which stays with those after it. */
  async function send(caption: string | null): Promise<boolean> {
    for (const one of tray) {
      change(one.id, { busy: true, problem: null });
      try {
        const said: { body: NewBody; shown: BodyView } = await uploaded(one, caption);
        store.send(conversation, said.body, said.shown);
        remove(one.id);
      } catch (error) {
        change(one.id, { busy: false, problem: problemOf(error) });
        return false;
      }
    }
    return true;
  }

  return { tray, add, change, remove, move, send };
}

async function uploaded(one: Attachment, caption: string | null) {
  const words = one.description.trim() || undefined;
  const found: Found = {};
  if (one.kind === 'video') {
    const { measured } = await import('@shared/api/recording');
    const { cover, ...measures } = await measured(one.file);
    Object.assign(found, measures);
    found.cover = cover
      ? await upload(cover, 'message', undefined, { kind: 'image', name: 'cover.jpg' }).catch(() => null)
      : null;
  }
  if (one.kind === 'audio') {
    const { lengthMs } = await import('@shared/api/recording');
    found.durationMs = await lengthMs(one.file);
  }
  const media = await upload(one.file, 'message', words, { kind: one.kind, name: one.name });
  return bodyOf(one, media, one.kind === 'image' || one.kind === 'video' ? caption : null, found);
}
