import { beforeEach, describe, expect, it } from 'vitest';
import { Outbox, type OutboxEntry } from './outbox';

const entry = (key: string): OutboxEntry => ({
  key,
  conversation: 'c',
  body: { type: 'text', text: key },
  queuedAt: '2026-11-20T08:00:00Z',
  refused: null,
});

describe('the outbox', () => {
  let kept: Map<string, string>;
  let storage: Pick<Storage, 'getItem' | 'setItem'>;
  beforeEach(() => {
    kept = new Map();
    storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  });

  it('keeps the order of Enter over a reload', () => {
    const outbox = new Outbox('alice', storage);
    outbox.add(entry('one'));
    outbox.add(entry('two'));

    expect(new Outbox('alice', storage).all().map((one) => one.key)).toEqual(['one', 'two']);
  });

  it('forgets what was acknowledged, however often and in whatever order', () => {
    const outbox = new Outbox('alice', storage);
    outbox.add(entry('one'));
    outbox.add(entry('two'));
    outbox.remove('two');
    outbox.remove('two');

    expect(outbox.waiting().map((one) => one.key)).toEqual(['one']);
  });

  it('keeps a refused message out of the way until it is tried again', () => {
    const outbox = new Outbox('alice', storage);
    outbox.add(entry('one'));
    outbox.refuse('one', { problem: 'not-a-contact' });
    expect(outbox.waiting()).toEqual([]);

    outbox.retry('one');

    expect(outbox.waiting().map((one) => one.key)).toEqual(['one']);
  });

  it('goes on without storage', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    const outbox = new Outbox('alice', full);
    outbox.add(entry('one'));

    expect(outbox.all()).toHaveLength(1);
  });
});
