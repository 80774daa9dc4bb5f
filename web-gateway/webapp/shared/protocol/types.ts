/** What the server and the web app say to each other: REST bodies and socket frames of protocol `parley.v1`. */

export type Uuid = string;
/** ISO 8601 in UTC. */
export type Instant = string;
export type Cursor = string;
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type Period = 'day' | 'week' | 'month';

export interface Picture {
  media: Uuid;
  url: string;
  thumbnailUrl: string;
  placeholderColor: string;
}

export interface DigestSettings {
  day: Weekday;
  hour: number;
}

export interface Me {
  id: Uuid;
  handle: string;
  name: string;
  picture: Picture | null;
  locale: string;
  timeZone: string;
  operator: boolean;
  digest: DigestSettings;
  createdAt: Instant;
  device: { id: Uuid; name: string };
}

export type PartyKind = 'user' | 'account' | 'follower';

export interface Party {
  kind: PartyKind;
  id: Uuid;
  handle: string | null;
  name: string;
  picture: Picture | null;
  verified: boolean;
  state: 'active' | 'suspended' | 'gone';
}

export interface TextBody {
  type: 'text';
  text: string;
}

export interface ImageBody {
  type: 'image';
  media: Uuid;
  url: string;
  thumbnailUrl: string;
  widthPx: number;
  heightPx: number;
  placeholderColor: string;
  description: string;
  caption?: string | null;
}

export interface Cover {
  media: Uuid;
  url: string;
  thumbnailUrl: string;
  widthPx: number;
  heightPx: number;
  placeholderColor: string;
  description: string;
}

export interface ArticleBody {
  type: 'article';
  title: string;
  summary: string;
  link: string;
  cover: Cover | null;
}

export type MessageBody = TextBody | ImageBody | ArticleBody;

/** A body as it is sent: of an image only media, description and caption are given. */
export type NewMessageBody =
  | TextBody
  | { type: 'image'; media: Uuid; description: string; caption?: string | null }
  | {
      type: 'article';
      title: string;
      summary: string;
      link: string;
      cover: null | { media: Uuid; description: string };
    };

export interface PushLabel {
  ordinal: number;
  period: Period;
  limit: number | null;
  held: boolean;
}

export interface Message {
  id: Uuid;
  conversationId: Uuid;
  /** The order of a conversation; gaps are allowed. */
  sequence: number;
  sender: { kind: string; id: Uuid };
  /** The team member who wrote it, only shown to the account's side. */
  author: { id: Uuid; name: string } | null;
  automatic: boolean;
  sentAt: Instant;
  body: MessageBody;
  push: PushLabel | null;
}

/** Message sequences, 0 = none. */
export interface Receipts {
  delivered: number;
  displayed: number;
}

export interface Conversation {
  id: Uuid;
  party: Party;
  lastMessage: Message | null;
  unread: number;
  mine: Receipts;
  theirs: Receipts;
  pinned: boolean;
  muted: boolean;
  online: boolean | null;
  follow: Follow | null;
  createdAt: Instant;
}

export type Dosage =
  | { type: 'everything' }
  | { type: 'at-most'; count: number; period: Period }
  | { type: 'digest' }
  | { type: 'answers-only' };

export interface Window {
  opensAt: Instant;
  closesAt: Instant;
}

export interface Follow {
  account: Uuid;
  since: Instant;
  source: string;
  muted: boolean;
  dosage: Dosage;
  /** What "Less" would choose; null when it is already the least. */
  less: Dosage | null;
  heldNow: number;
  window: Window | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface Device {
  id: Uuid;
  name: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  current: boolean;
}

export interface Contact {
  party: Party;
  since: Instant;
  conversationId: Uuid;
  online: boolean;
}

export interface ContactRequest {
  id: Uuid;
  party: Party;
  sentAt: Instant;
  accepted?: boolean;
}

export interface Media {
  id: Uuid;
  kind: 'image';
  url: string;
  thumbnailUrl: string;
  widthPx: number;
  heightPx: number;
  bytes: number;
  placeholderColor: string;
}

export interface DirectoryEntry {
  party: Party;
  description: string;
  category: string;
  /** Exact from 20, else null: "fewer than 20". */
  followers: number | null;
  pushesLast4Weeks: number;
  since: Instant;
  link: string;
  following: boolean;
}

export interface StripItem {
  id: Uuid;
  at: Instant;
  decision: 'at-once' | 'held';
}

export interface StripColumn {
  /** The first day of the period, YYYY-MM-DD in the follower's zone. */
  start: string;
  current: boolean;
  items: StripItem[];
}

export interface DosageOutcome {
  sent: number;
  since: Instant;
  strip: { period: Period; columns: StripColumn[] };
  outcome: { atOnce: number; held: number };
  choices: { dosage: Dosage; atOnce: number; held: number }[];
  weeks: number;
}

export interface DigestItem {
  account: Party;
  message: Message;
  heldSince: Instant;
}

export interface Digest {
  nextAt: Instant;
  held: number;
  items: DigestItem[];
  settings: DigestSettings;
}

/* companies */

export type Role = 'owner' | 'editor' | 'agent' | 'analyst';

export interface Account {
  id: Uuid;
  handle: string;
  name: string;
  picture: Picture | null;
  category: string;
  description: string;
  welcome: string;
  state: 'pending' | 'verified' | 'refused' | 'suspended';
  stateReason: string | null;
  link: string;
  createdAt: Instant;
  role: Role;
}

export interface TeamMember {
  user: Party;
  role: Role;
  since: Instant;
}

export interface QuotaUse {
  used: number;
  limit: number;
  possibleAgainAt: Instant | null;
}

export interface Quota {
  day: QuotaUse;
  month: QuotaUse;
}

export interface Audience {
  type: 'all';
}

export interface PushForecast {
  audience: number;
  atOnce: number;
  held: number;
  answersOnly: number;
  quota: Quota;
}

export interface PushInsight {
  id: Uuid;
  body: MessageBody;
  releasedAt: Instant;
  releasedBy: { id: Uuid; name: string } | string | null;
  audience: number;
  reached: number;
  atOnce: number;
  held: number;
  shown: number;
  opened: number;
  mutes48h: number;
  less48h: number;
  unfollows48h: number;
  countsUntil: Instant;
}

export interface FollowerInsight {
  followers: number;
  change: number;
  came: number;
  left: number;
  days: { date: string; followers: number; came: number; left: number }[];
  pushes: { id: Uuid; at: Instant; title: string }[];
}

export interface DeskConversation {
  id: Uuid;
  follower: { id: Uuid; name: string; shape: string };
  lastMessage: Message | null;
  unread: number;
  waitingSince: Instant | null;
  window: Window | null;
  assignee: { id: Uuid; name: string } | null;
  state: 'open' | 'closed';
  followedSince: Instant;
  following: boolean;
}

export type DeskList = 'waiting' | 'mine' | 'unassigned' | 'all' | 'closed';

export interface WebhookEndpoint {
  id: Uuid;
  url: string;
  events: string[];
  /** Only in the answer to its creation. */
  secret?: string;
  createdAt: Instant;
  state: string;
}

export interface WebhookAttempt {
  id: Uuid;
  event: string;
  at: Instant;
  status: number | null;
  durationMs: number | null;
  error: string | null;
}

export interface AuditEntry {
  stream: string;
  sequence: number;
  at: Instant;
  actor: { id: Uuid | null; name: string; role: string };
  action: string;
  subject: { kind: string; id: string; name: string };
  before: unknown;
  after: unknown;
  reason: string | null;
  hash: string;
  previousHash: string;
}

/* operators */

export interface OperatorCounts {
  users: number;
  usersActiveToday: number;
  accounts: { pending: number; verified: number; refused: number; suspended: number };
  follows: number;
  messagesToday: number;
  pushMessagesToday: number;
  connections: number;
  reports: number;
}

export interface OperatorAccount {
  account: Account;
  owner: Party;
  followers: number;
  quota: Quota;
  pushes30d: number;
  unfollows30d: number;
  reports: number;
  waitingSince: Instant | null;
}

export interface OperatorUser {
  user: Party;
  state: string;
  createdAt: Instant;
  lastSeenAt: Instant | null;
  operator: boolean;
}

/* problems */

export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
  problem: string;
  rule?: string;
  value?: string | number;
  limit?: string | number;
  possibleAgainAt?: Instant;
  reference?: string;
  errors?: { field: string; rule?: string; value?: string; limit?: string; detail?: string }[];
}

/* socket frames */

export type ClientFrame =
  | { type: 'hello'; cursor: Cursor | null }
  | { type: 'send'; key: string; conversation: Uuid; body: NewMessageBody }
  | { type: 'receipt'; conversation: Uuid; delivered?: number; displayed?: number }
  | { type: 'typing'; conversation: Uuid; active: boolean }
  | { type: 'cursor'; cursor: Cursor }
  | { type: 'shown'; items: { push: Uuid; opened?: boolean }[] }
  | { type: 'ping' };

export type ChangedWhat =
  'conversations' | 'contacts' | 'contact-requests' | 'follow' | 'digest' | 'account' | 'desk' | 'me';

export type ServerFrame =
  | { type: 'ready'; cursor: Cursor; heartbeatSeconds: number; device: Uuid; party: { kind: string; id: Uuid } }
  | { type: 'synced'; cursor: Cursor }
  | { type: 'acknowledged'; key: string; message: Message }
  | { type: 'refused'; key: string; problem: Problem }
  | { type: 'message'; cursor: Cursor; message: Message }
  | { type: 'receipt'; cursor: Cursor; conversation: Uuid; party: Uuid; delivered: number; displayed: number }
  | { type: 'typing'; conversation: Uuid; party: Uuid; active: boolean }
  | { type: 'presence'; party: Uuid; online: boolean }
  | { type: 'changed'; cursor: Cursor; what: ChangedWhat; id: Uuid | null }
  | { type: 'heartbeat'; cursor: Cursor }
  | { type: 'too-far-behind'; cursor: Cursor }
  | { type: 'error'; problem: Problem; key?: string }
  | { type: 'pong' };
