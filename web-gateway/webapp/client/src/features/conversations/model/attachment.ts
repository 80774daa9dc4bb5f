import { kindOf, tooLarge, type UploadKind, type UploadRefusal } from '@shared/api/upload';
import type { BodyView, NewBody, NewPicture, PictureView } from '@shared/protocol/bodies';
import type { Media, Problem } from '@shared/protocol/types';

/** A file in the tray: not sent before its words are there and Enter was pressed. */
export interface Attachment {
  id: string;
  kind: UploadKind;
  file: Blob;
  name: string;
  /** Address of what can be shown of it here; empty when nothing can. */
  preview: string;
  description: string;
  refusal: UploadRefusal | null;
  /** What it would be like, when it can be made smaller. */
  smaller: Blob | null;
  problem: Problem | null;
  busy: boolean;
}

export function attachmentOf(file: File, id: string, preview: (file: File) => string): Attachment {
  const kind = kindOf(file);
  return {
    id,
    kind,
    file,
    name: file.name,
    preview: kind === 'image' ? preview(file) : '',
    description: '',
    refusal: tooLarge(file, kind),
    smaller: null,
    problem: null,
    busy: false,
  };
}

/** What was found out about an upload besides what the server says. */
export interface Found {
  durationMs?: number | null;
  widthPx?: number | null;
  heightPx?: number | null;
  cover?: Media | null;
}

/** The body of an uploaded file, and how it will look until the server's own arrives. */
export function bodyOf(
  { kind, name, description, file }: Attachment,
  media: Media,
  caption: string | null,
  found: Found = {},
): { body: NewBody; shown: BodyView } {
  const words = description.trim();
  const { durationMs = null, widthPx = null, heightPx = null } = found;
  const cover: NewPicture | null = found.cover ? { media: found.cover.id, description: '' } : null;
  switch (kind) {
    case 'image': {
      const body = { type: 'image', media: media.id, description: words, caption } as const;
      return { body, shown: { ...body, ...pictureOf(media, words) } };
    }
    case 'video': {
      const measures = { durationMs, widthPx, heightPx };
      const body = { type: 'video', media: media.id, description: words, caption, cover, ...measures } as const;
      const shownCover = found.cover ? pictureOf(found.cover, '') : null;
      return { body, shown: { ...body, url: media.url, cover: shownCover } };
    }
    case 'audio': {
      const body = { type: 'audio', media: media.id, title: words || name, durationMs } as const;
      return { body, shown: { ...body, url: media.url } };
    }
    case 'voice':
    case 'file': {
      const body = { type: 'file', media: media.id, name } as const;
      const contentType = file.type || 'application/octet-stream';
      return { body, shown: { ...body, url: media.url, sizeBytes: file.size, contentType } };
    }
    default:
      return kind satisfies never;
  }
}

export function pictureOf(media: Media, description: string): PictureView {
  return {
    media: media.id,
    url: media.url,
    thumbnailUrl: media.thumbnailUrl ?? media.url,
    widthPx: media.widthPx ?? 4,
    heightPx: media.heightPx ?? 3,
    placeholderColor: media.placeholderColor ?? 'transparent',
    description,
  };
}
