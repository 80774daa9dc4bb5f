import { useEffect, useReducer, useRef, useState } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, problemOf } from '@shared/api/http';
import type {
  DeskConversation,
  DeskHistory,
  DeskList,
  DeskPage,
  Message,
  Receipts,
  ServerFrame,
  Uuid,
} from '@shared/protocol/types';
import { Connection, type ConnectionState } from '@shared/socket/connection';
import { apply, EMPTY_THREAD } from './model/thread';

type Listener = (frame: ServerFrame) => void;

/**
 * The account's own socket while the desk is open: entries of its inbox refresh the lists and reach the open thread. It
 * begins with the present; what came between the first reading of the lists and that moment is read when it is live.
 */
export function useDeskSocket(account: Uuid) {
  const queries = useQueryClient();
  const [state, setState] = useState<ConnectionState>('connecting');
  const listeners = useRef(new Set<Listener>());
  const connection = useRef<Connection | null>(null);

  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      if (due !== undefined) return;
      due = setTimeout(() => {
        due = undefined;
        void queries.invalidateQueries({ queryKey: ['account', account, 'desk'] });
        void queries.invalidateQueries({ queryKey: ['account', account, 'conversation'] });
      }, 250);
    };
    const opened = new Connection({
      party: account,
      cursor: null,
      onState: (now) => {
        setState(now);
        if (now === 'live') refresh();
      },
      onFrame: (frame) => {
        for (const listener of listeners.current) listener(frame);
        if (frame.type === 'message' || frame.type === 'changed') refresh();
      },
      onTooFarBehind: () => opened.resume(null),
    });
    connection.current = opened;
    opened.start();
    return () => {
      clearTimeout(due);
      opened.stop();
      connection.current = null;
    };
  }, [account, queries]);

  return {
    state,
    retryNow: () => connection.current?.retryNow(),
    send: (frame: Parameters<Connection['send']>[0]) => connection.current?.send(frame) ?? false,
    listen: useRef((listener: Listener) => {
      listeners.current.add(listener);
      return () => void listeners.current.delete(listener);
    }).current,
  };
}

export type DeskSocket = ReturnType<typeof useDeskSocket>;

/** A list with its counts, page by page; kept while another one loads, so that nothing flickers. */
export function useDeskList(account: Uuid, list: DeskList, tag: Uuid | null) {
  return useInfiniteQuery({
    queryKey: ['account', account, 'desk', list, tag, 'pages'],
    queryFn: ({ pageParam }) =>
      api<DeskPage>(`/accounts/${account}/conversations`, { query: { list, tag, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    staleTime: 0,
    placeholderData: (before) => before,
  });
}

/** The messages of one conversation, live, and the answers on their way. */
export function useThread(account: Uuid, conversation: DeskConversation, socket: DeskSocket) {
  const queries = useQueryClient();
  const [thread, step] = useReducer(apply, EMPTY_THREAD);
  const [failed, setFailed] = useState<unknown>(null);
  const [loaded, setLoaded] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const id = conversation.id;
  const path = `/accounts/${account}/conversations/${id}`;
  const { listen, state, send } = socket;

  useEffect(() => {
    if (state === 'offline') return;
    const given = new AbortController();
    api<DeskHistory>(`${path}/messages`, { query: { limit: 50 }, signal: given.signal }).then(
      (page) => {
        setFailed(null);
        setLoaded(true);
        step({ type: 'loaded', items: page.items, hasMore: page.hasMore });
      },
      (error: unknown) => {
        if (!given.signal.aborted) setFailed(error);
      },
    );
    return () => given.abort();
  }, [path, state, attempt]);

  const receipts = (conversation as DeskConversation & { theirs?: Receipts }).theirs;
  useEffect(() => {
    if (receipts !== undefined) step({ type: 'receipt', receipts });
  }, [receipts]);

  useEffect(
    () =>
      listen((frame) => {
        if (frame.type === 'message' && frame.message.conversationId === id)
          step({ type: 'arrived', message: frame.message });
        if (frame.type === 'receipt' && frame.conversation === id && frame.party === conversation.follower.id) {
          step({ type: 'receipt', receipts: { delivered: frame.delivered, displayed: frame.displayed } });
        }
      }),
    [listen, id, conversation.follower.id],
  );

  const newest = thread.messages[thread.messages.length - 1]?.sequence ?? 0;
  useEffect(() => {
    if (newest === 0) return;
    const tell = () => {
      if (document.visibilityState !== 'visible' || !document.hasFocus()) return;
      api(`${path}/receipts`, { method: 'PUT', body: { delivered: newest, displayed: newest } }).then(
        () => void queries.invalidateQueries({ queryKey: ['account', account, 'desk'] }),
        () => undefined, // a lost receipt is made good by the next one
      );
    };
    const timer = setTimeout(tell, 500);
    window.addEventListener('focus', tell);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', tell);
    };
  }, [newest, path, queries, account]);

  async function deliver(key: string, text: string) {
    try {
      const message = await api<Message>(`${path}/messages`, {
        body: { body: { type: 'text', text } },
        idempotencyKey: key,
      });
      step({ type: 'acknowledged', key, message });
      void queries.invalidateQueries({ queryKey: ['account', account, 'desk'] });
      void queries.invalidateQueries({ queryKey: ['account', account, 'conversation', id] });
    } catch (error) {
      step({ type: 'refused', key, problem: problemOf(error) });
      void queries.invalidateQueries({ queryKey: ['account', account, 'conversation', id] });
    }
  }

  return {
    thread,
    loaded,
    failed,
    reload: () => setAttempt((before) => before + 1),
    answer: (text: string) => {
      const key = newIdempotencyKey();
      step({ type: 'sending', pending: { key, text, at: new Date().toISOString(), problem: null } });
      void deliver(key, text);
    },
    retry: (key: string, text: string) => {
      step({ type: 'retried', key });
      void deliver(key, text);
    },
    drop: (key: string) => step({ type: 'dropped', key }),
    older: async () => {
      const first = thread.messages[0]?.sequence;
      if (first === undefined) return;
      const page = await api<DeskHistory>(`${path}/messages`, { query: { before: first, limit: 50 } });
      step({ type: 'loaded', items: page.items, hasMore: page.hasMore });
    },
    typing: (active: boolean) => void send({ type: 'typing', conversation: id, active }),
  };
}
