import { describe, expect, it } from 'vitest';
import { ShownBatch } from './shown';

describe('a batch of shown push messages', () => {
  it('reports each push message once', () => {
    const batch = new ShownBatch();
    batch.show('a');
    batch.show('a');

    expect(batch.take()).toEqual([{ push: 'a' }]);

    batch.show('a');
    expect(batch.take()).toEqual([]);
  });

  it('reports opening after showing', () => {
    const batch = new ShownBatch();
    batch.show('a');
    batch.take();

    expect(batch.open('a')).toBe(true);
    expect(batch.take()).toEqual([{ push: 'a', opened: true }]);
    expect(batch.open('a')).toBe(false);
  });

  it('joins showing and opening of one push message into one item', () => {
    const batch = new ShownBatch();
    batch.show('a');
    batch.open('a');

    expect(batch.take()).toEqual([{ push: 'a', opened: true }]);
  });

  it('keeps what could not be reported, and does not forget that it was opened meanwhile', () => {
    const batch = new ShownBatch();
    batch.show('a');
    batch.show('b');
    const lost = batch.take();
    batch.open('a');
    batch.putBack(lost);

    expect(batch.take()).toEqual([{ push: 'a', opened: true }, { push: 'b' }]);
  });
});
