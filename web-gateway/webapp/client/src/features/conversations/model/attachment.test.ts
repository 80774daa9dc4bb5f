import { describe, expect, it } from 'vitest';
import type { Media } from '@shared/protocol/types';
import { attachmentOf, bodyOf } from './attachment';

const media = {
  id: 'm1',
  url: '/m1',
  thumbnailUrl: '/m1/t',
  widthPx: 4,
  heightPx: 3,
  placeholderColor: '#ccc',
} as Media;
const file = (name: string, type: string, bytes = 10) => new File([new Uint8Array(bytes)], name, { type });
const attached = (name: string, type: string, bytes?: number) =>
  attachmentOf(file(name, type, bytes), 'a', () => 'blob:x');

describe('an attachment', () => {
  it('goes as what it can be shown as, else as a file', () => {
    expect(attached('loaf.png', 'image/png').kind).toBe('image');
    expect(attached('loaf.webm', 'video/webm;codecs=vp9').kind).toBe('video');
    expect(attached('song.mp3', 'audio/mpeg').kind).toBe('audio');
    expect(attached('loaf.heic', 'image/heic').kind).toBe('file');
  });

  it('that is empty or too large says so before anything is uploaded', () => {
    expect(attached('empty.txt', 'text/plain', 0).refusal).toEqual({ reason: 'empty' });
    expect(attached('song.mp3', 'audio/mpeg', 10_000_001).refusal).toMatchObject({ reason: 'size', limit: 10_000_000 });
    expect(attached('list.pdf', 'application/pdf', 10_000_001).refusal).toBeNull();
  });

  it('becomes the body of its kind', () => {
    expect(bodyOf(attached('list.pdf', 'application/pdf'), media, null).body).toEqual({
      type: 'file',
      media: 'm1',
      name: 'list.pdf',
    });
    expect(
      bodyOf(attached('loaf.mp4', 'video/mp4'), media, 'Look', { cover: { ...media, id: 'm2' }, durationMs: 4000 })
        .body,
    ).toEqual({
      type: 'video',
      media: 'm1',
      description: '',
      caption: 'Look',
      cover: { media: 'm2', description: '' },
      durationMs: 4000,
      widthPx: null,
      heightPx: null,
    });
  });
});
