/**
 * What the server and the web app say to each other, under the names the app uses. All of it comes from `docs/protocol/openapi.yaml`, which
 * the server writes: `npm run types` turns it into `generated.ts`, and typecheck and lint do so before they look.
 */
import type { components } from './generated';

type Schemas = components['schemas'];

export type Uuid = string;
/** ISO 8601 in UTC. */
export type Instant = string;
export type Cursor = string;

export type Me = Schemas['Me'];
export type Device = Schemas['Device'];
export type DigestSettings = Schemas['DigestTime'];
export type Weekday = DigestSettings['day'];
export type Picture = Schemas['Picture'];
export type Party = Schemas['Party'];
export type PartyKind = Party['kind'];

export type MessageBody = Schemas['MessageBody'];
export type TextBody = Schemas['MessageBodyText'];
export type ImageBody = Schemas['MessageBodyImage'];
export type ArticleBody = Schemas['MessageBodyArticle'];
export type Cover = Schemas['MessageBodyCover'];
/** A body as it is sent: of an image only media, description and caption are given. */
export type NewMessageBody = Schemas['NewMessageBody'];
export type PushLabel = Schemas['PushLabel'];
export type Message = Schemas['Message'];
/** Message sequences, 0 = none. */
export type Receipts = Schemas['Receipts'];
export type Conversation = Schemas['Conversation'];
export type Contact = Schemas['Contact'];
export type ContactRequest = Schemas['ContactRequest'];
export type Media = Schemas['Media'];

export type Follow = Schemas['Follow'];
export type Followed = Schemas['BegunFollow'];
export type FollowSource = Follow['source'];
export type UnfollowReason = Schemas['UnfollowReason']['reason'];
export type Window = Schemas['Window'];
export type Dosage = Schemas['Dosage'];
export type Period = Schemas['DosageAtMost']['period'];
export type DosageOutcome = Schemas['DosageOutcome'];
export type StripColumn = Schemas['DoseColumn'];
export type StripItem = Schemas['DoseItem'];
export type Digest = Schemas['Digest'];
export type DigestItem = Schemas['HeldPushMessage'];
export type DirectoryEntry = Schemas['DirectoryEntry'];

/** A part of a list, and where the next one begins. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** An account as its team sees it: whoever asks has a role in it. */
export type Account = Schemas['Account'] & { role: Role };
export type Role = Schemas['TeamMember']['role'];
export type TeamMember = Schemas['TeamMember'];
export type Quota = Schemas['Quota'];
export type PushForecast = Schemas['Forecast'];
export type PushInsight = Schemas['PushInsight'];
export type PushCost = Schemas['PushCost'];
export type Estimate = Schemas['Estimate'];
export type Outlook = Schemas['ForecastsOutlook'];
export type Calibration = Schemas['ForecastsCalibration'];
export type Sources = Schemas['FollowerInsightsSources'];
export type Retention = Schemas['FollowerInsightsRetention'];
export type HourOfWeek = Schemas['HourOfWeek'];
export type ItemUse = Schemas['FollowerInsightsItemUse'];
export type Annoyance = Schemas['Annoyance'];
export type Standing = Schemas['Standing'];
export type Sanction = Schemas['Sanction'];
export type Appeal = Schemas['Appeal'];
export type OpenAppeal = Schemas['OpenAppeal'];
export type ScoreRule = Schemas['ScoreRule'];
export type FollowerInsight = Schemas['FollowerSeries'];
export type DeskConversation = Schemas['DeskConversation'];
export type DeskPage = Schemas['DeskPage'];
export type DeskHistory = Schemas['DeskHistory'];
export type DeskList = keyof Schemas['DeskCounts'];
export type DeskTag = Schemas['DeskTag'];
export type DeskAgent = Schemas['DeskAgent'];
export type DeskEvent = Schemas['DeskEvent'];
export type DeskSetting = Schemas['DeskSetting'];
export type OpeningHours = Schemas['OpeningHours'];
export type CannedAnswer = Schemas['CannedAnswer'];
export type CareCase = Schemas['CareCase'];
export type CareReport = Schemas['CareReport'];
export type CareFigures = Schemas['CareReport']['all'];
export type FoundMessage = Schemas['FoundMessage'];
export type Note = Schemas['Note'];
export type AnswerRule = Schemas['AnswerRule'];
export type NewAnswerRule = Schemas['NewAnswerRule'];
export type AnswerTrial = Schemas['AnswerTrial'];
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
export type AddedWebhookEndpoint = Schemas['AddedWebhookEndpoint'];
export type WebhookAttempt = Schemas['WebhookAttempt'];
export type AuditEntry = Schemas['AuditEntry'];

export type OperatorCounts = Schemas['Counts'];
export type OperatorAccount = Schemas['OperatorAccount'];
export type OperatorUser = Schemas['OperatorUser'];
export type OperatorReport = Schemas['OperatorReport'];
export type AuditState = Schemas['AuditState'];

/** What the app finds out for itself, that it is offline, has a name only. */
export type Problem = Pick<Schemas['Problem'], 'problem'> & Partial<Schemas['Problem']>;

export type ClientFrame = Schemas['ClientFrame'];
export type ServerFrame = Schemas['ServerFrame'];
export type ChangedWhat = Schemas['ServerFrameChanged']['what'];
