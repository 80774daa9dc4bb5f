import type { Problem } from '../protocol/types';

/** A refusal or failure as the server describes it (RFC 9457). `problem.problem` is the name to switch on. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** How long the server asks to wait, by its own clock; undefined when it does not. */
  readonly retryAfterSeconds?: number;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail ?? problem.title ?? problem.problem);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The problem of any thrown thing; a lost connection is `offline`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { problem: error instanceof TypeError ? 'offline' : 'unexpected', detail: String(error) };
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is FormData. */
  body?: unknown;
  query?: Record<string, string | number | boolean | null | undefined>;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

const BASE = '/api/v1';
let onUnauthenticated: (() => void) | null = null;

/** Called whenever a session turns out to have ended. */
export function whenUnauthenticated(listener: () => void): void {
  onUnauthenticated = listener;
}

/** A request to `/api/v1`. Resolves with the parsed body (undefined for 204), rejects with ProblemError. */
export async function api<T = void>(path: string, options: RequestOptions = {}): Promise<T> {
  const method = options.method ?? (options.body === undefined ? 'GET' : 'POST');
  const response = await attempt(path, method, options);
  if (response.ok) return (response.status === 204 ? undefined : await json(response)) as T;
  const problem = await problemFrom(response);
  if (problem.problem === 'csrf' && method !== 'GET') {
    await fetch(`${BASE}/csrf`, { credentials: 'same-origin' });
    const again = await attempt(path, method, options);
    if (again.ok) return (again.status === 204 ? undefined : await json(again)) as T;
    throw new ProblemError(await problemFrom(again));
  }
  if (problem.problem === 'unauthenticated') onUnauthenticated?.();
  throw new ProblemError(problem, retryAfter(response));
}

/** A key for one act of the user; repeat the request with the same key after a lost answer. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // plain http on a home network has no randomUUID
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function url(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

async function attempt(path: string, method: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  let body: BodyInit | undefined;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(options.body);
  }
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  if (method !== 'GET') {
    if (csrfToken() === null) await fetch(`${BASE}/csrf`, { credentials: 'same-origin' });
    const token = csrfToken();
    if (token !== null) headers['X-XSRF-TOKEN'] = token;
  }
  return fetch(url(path, options.query), { method, headers, body, credentials: 'same-origin', signal: options.signal });
}

function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null;
}

async function json(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

async function problemFrom(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    const name = body.problem ?? body.type?.split('/').pop();
    if (name) return { ...body, status: response.status, problem: name };
  } catch {
    // not a problem document: a proxy answered, or nothing did
  }
  return { problem: response.status >= 500 ? 'unavailable' : 'unexpected', status: response.status };
}
