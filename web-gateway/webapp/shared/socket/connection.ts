import { api, ProblemError, problemOf } from '../api/http';
import { later } from '../protocol/cursor';
import type { ClientFrame, Cursor, ServerFrame, Uuid } from '../protocol/types';

export type ConnectionState = 'connecting' | 'syncing' | 'live' | 'offline' | 'ended';

export interface ConnectionOptions {
  /** An account's id opens the desk's connection; left out, the user's own. */
  party?: Uuid;
  /** Where to go on from; everything after it is sent again. */
  cursor: Cursor | null;
  onFrame: (frame: ServerFrame) => void;
  onState?: (state: ConnectionState) => void;
  /** More than 1,000 entries behind: reload, then call `resume` with the fresh cursor. */
  onTooFarBehind?: () => void;
  /** The session has ended. */
  onEnded?: () => void;
}

/** Close codes after which a reconnect makes no sense. */
const SESSION_ENDED = 4000;
const PROTOCOL = 4003;
/** What the server asked to wait, and up to a second more, so that not all who were asked come back in the same moment. */
function askedToWait(error: unknown): number | undefined {
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : undefined;
  return seconds === undefined ? undefined : Math.min(seconds, 60) * 1000 + Math.random() * 1000;
}

/** The node stops; the reason says after which pause another one is to be asked. */
const GOING_AWAY = 1012;

/**
 * One connection to the server that keeps itself alive: ticket, hello with the cursor, frames, reconnection with
 * growing, jittered pauses. It acknowledges by sending its cursor, at most once a second. Frames sent while it is not
 * live are dropped (typing, receipts); messages go through the outbox, which sends again after `live`.
 */
export class Connection {
  private socket: WebSocket | null = null;
  private cursor: Cursor | null;
  private acknowledged: Cursor | null;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private acknowledgement: ReturnType<typeof setTimeout> | undefined;
  private silenceMs = 60_000;
  private closed = false;
  private generation = 0;
  state: ConnectionState = 'connecting';

  private readonly options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    this.options = options;
    this.cursor = options.cursor;
    this.acknowledged = options.cursor;
  }

  start(): void {
    this.closed = false;
    window.addEventListener('online', this.retryNow);
    window.addEventListener('offline', this.lost);
    document.addEventListener('visibilitychange', this.whenVisible);
    void this.open();
  }

  stop(): void {
    this.closed = true;
    this.generation++;
    clearTimeout(this.timer);
    clearTimeout(this.watchdog);
    clearTimeout(this.acknowledgement);
    window.removeEventListener('online', this.retryNow);
    window.removeEventListener('offline', this.lost);
    document.removeEventListener('visibilitychange', this.whenVisible);
    this.socket?.close(1000);
    this.socket = null;
  }

  /** Goes on from a freshly loaded cursor, or from the present, on a new connection. */
  resume(cursor: Cursor | null): void {
    this.cursor = cursor;
    this.acknowledged = null;
    this.attempts = 0;
    this.socket?.close(1000);
    this.socket = null;
    clearTimeout(this.timer);
    if (!this.closed) void this.open();
  }

  /** True when the frame went out. */
  send(frame: ClientFrame): boolean {
    if (this.state !== 'live' || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  readonly retryNow = (): void => {
    if (this.closed || this.state === 'live' || this.state === 'syncing' || this.state === 'ended') return;
    clearTimeout(this.timer);
    this.attempts = 0;
    void this.open();
  };

  /** The device says it has no network: no need to wait for the silence to tell. */
  private readonly lost = (): void => {
    const socket = this.socket;
    if (this.closed || this.state === 'ended' || this.state === 'offline') return;
    this.socket = null;
    socket?.close();
    this.again();
  };

  private readonly whenVisible = (): void => {
    if (document.visibilityState === 'visible') this.retryNow();
  };

  private async open(): Promise<void> {
    const generation = ++this.generation;
    if (this.state !== 'offline') this.become('connecting');
    let path: string;
    try {
      const ticket = await api<{ ticket: string; path: string }>('/socket-tickets', {
        body: this.options.party ? { party: this.options.party } : {},
      });
      path = `${ticket.path}?ticket=${encodeURIComponent(ticket.ticket)}`;
    } catch (error) {
      if (generation !== this.generation) return;
      if (problemOf(error).problem === 'unauthenticated') this.end();
      else this.again(askedToWait(error));
      return;
    }
    if (generation !== this.generation || this.closed) return;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}${path}`, 'parley.v1');
    this.socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', cursor: this.cursor } satisfies ClientFrame));
    socket.onmessage = (event) => {
      if (socket === this.socket) this.receive(event.data as string);
    };
    socket.onclose = (event) => {
      if (socket !== this.socket || this.closed) return;
      this.socket = null;
      if (event.code === SESSION_ENDED) this.end();
      else {
        if (event.code === PROTOCOL) this.attempts = Math.max(this.attempts, 5); // the same frames would fail again
        const pause = event.code === GOING_AWAY ? /in (\d+) ms/.exec(event.reason) : null;
        this.again(pause ? Math.min(Number(pause[1]), 30_000) : undefined);
      }
    };
    this.watch();
  }

  private receive(data: string): void {
    this.watch();
    let frame: ServerFrame;
    try {
      frame = JSON.parse(data) as ServerFrame;
    } catch {
      return;
    }
    switch (frame.type) {
      case 'ready':
        this.silenceMs = frame.heartbeatSeconds * 2000 + 5000;
        this.become('syncing');
        break;
      case 'synced':
        this.attempts = 0;
        this.handledUpTo(frame.cursor);
        this.become('live');
        break;
      case 'too-far-behind':
        this.options.onTooFarBehind?.();
        return;
      default:
    }
    this.options.onFrame(frame);
    switch (frame.type) {
      case 'message':
      case 'acknowledged':
      case 'receipt':
      case 'changed':
        if (frame.cursor) this.handledUpTo(frame.cursor);
        break;
      default:
    }
  }

  private handledUpTo(cursor: Cursor): void {
    this.cursor = later(this.cursor, cursor);
    if (this.acknowledgement !== undefined) return;
    this.acknowledgement = setTimeout(() => {
      this.acknowledgement = undefined;
      if (this.cursor !== null && this.cursor !== this.acknowledged) {
        if (this.send({ type: 'cursor', cursor: this.cursor })) this.acknowledged = this.cursor;
      }
    }, 300);
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.socket?.close(), this.silenceMs);
  }

  private again(pauseMs?: number): void {
    clearTimeout(this.watchdog);
    clearTimeout(this.timer);
    this.generation++;
    this.become('offline');
    const ceiling = Math.min(30_000, 500 * 2 ** Math.min(this.attempts++, 6));
    this.timer = setTimeout(() => void this.open(), pauseMs ?? ceiling / 2 + Math.random() * (ceiling / 2));
  }

  private end(): void {
    this.become('ended');
    this.closed = true;
    clearTimeout(this.watchdog);
    this.options.onEnded?.();
  }

  private become(state: ConnectionState): void {
    if (this.state === state) return;
    this.state = state;
    this.options.onState?.(state);
  }
}
