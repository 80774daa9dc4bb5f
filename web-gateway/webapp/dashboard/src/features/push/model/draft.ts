import type { MessageBody, NewMessageBody } from '@shared/protocol/types';

/** What is being written as a push message; kept in this browser until it is released or discarded. */
export interface Draft {
  kind: 'text' | 'image' | 'article';
  text: string;
  image: Picked | null;
  imageDescription: string;
  caption: string;
  title: string;
  summary: string;
  link: string;
  cover: Picked | null;
  coverDescription: string;
  /** Made once per release and kept over retries, so that a repetition sends nothing. */
  key: string;
  savedAt: string | null;
}

/** An uploaded picture. */
export interface Picked {
  media: string;
  url: string;
  thumbnailUrl: string;
  widthPx: number;
  heightPx: number;
  bytes: number;
  placeholderColor: string;
}

export const TEXT_LIMIT = 4000;
export const CAPTION_LIMIT = 1000;
export const TITLE_LIMIT = 120;
export const SUMMARY_LIMIT = 400;

export function emptyDraft(key: string): Draft {
  return {
    kind: 'article',
    text: '',
    image: null,
    imageDescription: '',
    caption: '',
    title: '',
    summary: '',
    link: '',
    cover: null,
    coverDescription: '',
    key,
    savedAt: null,
  };
}

export type Missing =
  | 'text'
  | 'text-too-long'
  | 'image'
  | 'image-description'
  | 'title'
  | 'title-too-long'
  | 'summary-too-long'
  | 'link'
  | 'link-not-an-address'
  | 'cover-description';

/** What keeps this draft from being released, in the order of the form; empty when nothing does. */
export function missing(draft: Draft): Missing[] {
  const found: Missing[] = [];
  switch (draft.kind) {
    case 'text':
      if (draft.text.trim() === '') found.push('text');
      if ([...draft.text].length > TEXT_LIMIT) found.push('text-too-long');
      return found;
    case 'image':
      if (draft.image === null) found.push('image');
      if (draft.imageDescription.trim() === '') found.push('image-description');
      if ([...draft.caption].length > CAPTION_LIMIT) found.push('text-too-long');
      return found;
    case 'article':
      if (draft.title.trim() === '') found.push('title');
      if ([...draft.title].length > TITLE_LIMIT) found.push('title-too-long');
      if ([...draft.summary].length > SUMMARY_LIMIT) found.push('summary-too-long');
      if (draft.link.trim() === '') found.push('link');
      else if (!isWebAddress(draft.link)) found.push('link-not-an-address');
      if (draft.cover !== null && draft.coverDescription.trim() === '') found.push('cover-description');
      return found;
    default:
      return draft.kind satisfies never;
  }
}

/** Only http and https lead to a page; anything else in a link could act instead of showing. */
export function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  } catch {
    return false;
  }
}

/** The body as the server takes it: of a picture only its id and words. */
export function bodyOf(draft: Draft): NewMessageBody {
  switch (draft.kind) {
    case 'text':
      return { type: 'text', text: draft.text.trim() };
    case 'image':
      return {
        type: 'image',
        media: draft.image?.media ?? '',
        description: draft.imageDescription.trim(),
        ...(draft.caption.trim() === '' ? {} : { caption: draft.caption.trim() }),
      };
    case 'article':
      return {
        type: 'article',
        title: draft.title.trim(),
        summary: draft.summary.trim(),
        link: draft.link.trim(),
        cover: draft.cover === null ? null : { media: draft.cover.media, description: draft.coverDescription.trim() },
      };
    default:
      return draft.kind satisfies never;
  }
}

/** The body as a follower would see it. */
export function previewOf(draft: Draft): MessageBody {
  switch (draft.kind) {
    case 'text':
      return { type: 'text', text: draft.text };
    case 'image':
      return { type: 'image', ...seen(draft.image), description: draft.imageDescription, caption: draft.caption };
    case 'article':
      return {
        type: 'article',
        title: draft.title,
        summary: draft.summary,
        link: draft.link,
        cover: draft.cover === null ? null : { ...seen(draft.cover), description: draft.coverDescription },
      };
    default:
      return draft.kind satisfies never;
  }
}

function seen(picked: Picked | null) {
  return {
    media: picked?.media ?? '',
    url: picked?.url ?? '',
    thumbnailUrl: picked?.thumbnailUrl ?? '',
    widthPx: picked?.widthPx ?? 0,
    heightPx: picked?.heightPx ?? 0,
    placeholderColor: picked?.placeholderColor ?? 'transparent',
  };
}

/** A change makes another push message of it, so it gets another key; what was released under the old one stays that. */
export function change(draft: Draft, part: Partial<Draft>, newKey: () => string): Draft {
  return { ...draft, ...part, key: newKey() };
}

const STORED = 'parley.push-draft.';

/** Reads the draft of an account; null when there is none or it is not readable. */
export function restore(storage: Pick<Storage, 'getItem'>, account: string): Draft | null {
  try {
    const stored = JSON.parse(storage.getItem(STORED + account) ?? 'null') as Partial<Draft> | null;
    if (stored === null || typeof stored.key !== 'string') return null;
    if (stored.kind !== 'text' && stored.kind !== 'image' && stored.kind !== 'article') return null;
    return { ...emptyDraft(stored.key), ...stored } as Draft;
  } catch {
    return null;
  }
}

/** Keeps the draft; true when the browser took it. */
export function keep(storage: Pick<Storage, 'setItem'>, account: string, draft: Draft): boolean {
  try {
    storage.setItem(STORED + account, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(storage: Pick<Storage, 'removeItem'>, account: string): void {
  storage.removeItem(STORED + account);
}

/** Whether anything was written at all. */
export function isEmpty(draft: Draft): boolean {
  const words = [
    draft.text,
    draft.imageDescription,
    draft.caption,
    draft.title,
    draft.summary,
    draft.link,
    draft.coverDescription,
  ];
  return words.every((each) => each.trim() === '') && draft.image === null && draft.cover === null;
}
