import type { Media } from '../protocol/types';
import { api } from './http';

export const LARGEST_UPLOAD = 10_000_000;
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
export const VIDEO_TYPES = ['video/mp4', 'video/webm'];
export const AUDIO_TYPES = ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/wav', 'audio/x-wav'];

/** What an uploaded file is used as. */
export type UploadKind = 'image' | 'video' | 'audio' | 'voice' | 'file';
/** Greatest size of each, in bytes, as docs/protocol/limits.md has it. */
export const LARGEST: Record<UploadKind, number> = {
  image: LARGEST_UPLOAD,
  video: 25_000_000,
  audio: 10_000_000,
  voice: 10_000_000,
  file: 25_000_000,
};

type TooLarge = { reason: 'size'; bytes: number; limit: number };
export type PictureRefusal = { reason: 'kind'; type: string } | TooLarge;
export type UploadRefusal = PictureRefusal | { reason: 'empty' };

/** Checks kind and size of a picture before anything is uploaded; null when the file may go. */
export function refusalOf(file: { type: string; size: number }): PictureRefusal | null {
  if (!IMAGE_TYPES.includes(file.type)) return { reason: 'kind', type: file.type };
  return sizeRefusal(file, 'image');
}

/** What a file goes as: pictures, films and music that can be shown as such, everything else as a file. */
export function kindOf(file: { type: string }): UploadKind {
  const type = file.type.split(';', 1)[0]!.toLowerCase();
  if (IMAGE_TYPES.includes(type)) return 'image';
  if (VIDEO_TYPES.includes(type)) return 'video';
  return AUDIO_TYPES.includes(type) ? 'audio' : 'file';
}

/** Why a file of a kind cannot go; null when it may. */
export function tooLarge(file: { size: number }, kind: UploadKind): UploadRefusal | null {
  return file.size === 0 ? { reason: 'empty' } : sizeRefusal(file, kind);
}

function sizeRefusal(file: { size: number }, kind: UploadKind): TooLarge | null {
  return file.size > LARGEST[kind] ? { reason: 'size', bytes: file.size, limit: LARGEST[kind] } : null;
}

/** Uploads a file; the answer is used in a message body, a picture or a push message. */
export function upload(
  file: Blob,
  purpose: 'message' | 'picture' | 'push',
  description?: string,
  as: { kind: UploadKind; name?: string } = { kind: 'image' },
): Promise<Media> {
  const form = new FormData();
  form.set('file', file, as.name ?? (file instanceof File ? file.name : 'image'));
  form.set('purpose', purpose);
  form.set('kind', as.kind);
  if (description) form.set('description', description);
  return api<Media>('/media', { method: 'POST', body: form });
}

/** A smaller JPEG of an image that is too large, or null when the browser cannot read it. */
export async function smaller(file: Blob, longestPx = 2560): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const factor = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * factor);
    canvas.height = Math.round(bitmap.height * factor);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  } catch {
    return null;
  }
}
