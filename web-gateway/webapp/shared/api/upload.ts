import type { Media } from '../protocol/types';
import { api } from './http';

export const LARGEST_UPLOAD = 10_000_000;
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

export type UploadRefusal = { reason: 'kind'; type: string } | { reason: 'size'; bytes: number; limit: number };

/** Checks kind and size before anything is uploaded; null when the file may go. */
export function refusalOf(file: { type: string; size: number }): UploadRefusal | null {
  if (!IMAGE_TYPES.includes(file.type)) return { reason: 'kind', type: file.type };
  if (file.size > LARGEST_UPLOAD) return { reason: 'size', bytes: file.size, limit: LARGEST_UPLOAD };
  return null;
}

/** Uploads an image; the answer is used in a message body, a picture or a push message. */
export function upload(file: Blob, purpose: 'message' | 'picture' | 'push', description?: string): Promise<Media> {
  const form = new FormData();
  form.set('file', file, file instanceof File ? file.name : 'image');
  form.set('purpose', purpose);
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
