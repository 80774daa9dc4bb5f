/**
 * What a message can say, as the screens draw it: the views of `docs/protocol/openapi.yaml`, with everything that the server may leave out
 * optional, so that a draft in the dashboard and a message on its way are drawn by the same parts. `types.ts` holds them against the protocol.
 */
type Maybe<T> = T | null | undefined;

/** A picture of the server, or of a draft. */
export interface PictureView {
  media: string;
  url: string;
  thumbnailUrl: string;
  widthPx: number;
  heightPx: number;
  placeholderColor: string;
  description: string;
}

interface Named {
  label: string;
}
export interface LinkAction extends Named {
  type: 'link';
  link: string;
}
export interface SayAction extends Named {
  type: 'say';
  text: string;
}
export interface PostbackAction extends Named {
  type: 'postback';
  data: string;
  text?: Maybe<string>;
}
export type DateMode = 'date' | 'time' | 'datetime';
export interface DateAction extends Named {
  type: 'date';
  data: string;
  mode: DateMode;
  initial?: Maybe<string>;
  min?: Maybe<string>;
  max?: Maybe<string>;
}
export interface PlainAction extends Named {
  type: 'location' | 'camera' | 'photos';
}
export interface CopyAction extends Named {
  type: 'copy';
  text: string;
}
export interface CallAction extends Named {
  type: 'call';
  phone: string;
}
export interface PageAction extends Named {
  type: 'page';
  link: string;
}
/** What a button does. */
export type Action =
  LinkAction | SayAction | PostbackAction | DateAction | PlainAction | CopyAction | CallAction | PageAction;
export type ActionType = Action['type'];

export interface QuickReply {
  action: Action;
  icon?: Maybe<string>;
  iconUrl?: Maybe<string>;
}

interface Common {
  alternative?: Maybe<string>;
  quickReplies?: Maybe<QuickReply[]>;
}

export interface Mention {
  start: number;
  length: number;
  handle: string;
  id?: Maybe<string>;
  kind?: Maybe<string>;
}
export interface TextView extends Common {
  type: 'text';
  text: string;
  mentions?: Maybe<Mention[]>;
}
export interface ImageView extends Common, PictureView {
  type: 'image';
  caption?: Maybe<string>;
}
export interface VideoView extends Common {
  type: 'video';
  media: string;
  url: string;
  description: string;
  caption?: Maybe<string>;
  cover?: Maybe<PictureView>;
  contentType?: Maybe<string>;
  sizeBytes?: Maybe<number>;
  durationMs?: Maybe<number>;
  widthPx?: Maybe<number>;
  heightPx?: Maybe<number>;
}
export interface AudioView extends Common {
  type: 'audio';
  media: string;
  url: string;
  title: string;
  durationMs?: Maybe<number>;
}
export interface VoiceView extends Common {
  type: 'voice';
  media: string;
  url: string;
  durationMs: number;
  wave: number[];
}
export interface FileView extends Common {
  type: 'file';
  media: string;
  url: string;
  name: string;
  sizeBytes: number;
  contentType: string;
}
export interface LocationView extends Common {
  type: 'location';
  latitude: number;
  longitude: number;
  name?: Maybe<string>;
  address?: Maybe<string>;
}
export interface StickerView extends Common {
  type: 'sticker';
  pack: string;
  sticker: string;
}
export interface ArticleItem {
  title: string;
  summary: string;
  link: string;
  cover?: Maybe<PictureView>;
}
export interface ArticleView extends Common, ArticleItem {
  type: 'article';
}
export interface ArticlesView extends Common {
  type: 'articles';
  items: ArticleItem[];
}
export interface CardItem {
  title?: Maybe<string>;
  text: string;
  cover?: Maybe<PictureView>;
  actions: Action[];
}
export interface CardView extends Common, CardItem {
  type: 'card';
}
export interface CarouselView extends Common {
  type: 'carousel';
  cards: CardItem[];
}
export interface ListRow {
  id: string;
  title: string;
  description?: Maybe<string>;
}
export interface ListSection {
  title?: Maybe<string>;
  rows: ListRow[];
}
export interface ListView extends Common {
  type: 'list';
  header?: Maybe<string>;
  text: string;
  button: string;
  sections: ListSection[];
}
export interface ConfirmView extends Common {
  type: 'confirm';
  text: string;
  actions: Action[];
}
export type FieldKind = 'text' | 'number' | 'email' | 'phone' | 'date' | 'time' | 'choice' | 'choices' | 'yes-no';
export interface FormField {
  id: string;
  label: string;
  kind: FieldKind;
  required?: Maybe<boolean>;
  choices?: Maybe<string[]>;
  max?: Maybe<number>;
}
export interface FormView extends Common {
  type: 'form';
  title: string;
  text?: Maybe<string>;
  fields: FormField[];
  submit: string;
}
export interface SeveralView extends Common {
  type: 'several';
  bodies: BodyView[];
}
export interface PostbackView extends Common {
  type: 'postback';
  message: number;
  data: string;
  text: string;
  chosen?: Maybe<string>;
}
export interface PickView extends Common {
  type: 'pick';
  message: number;
  row: string;
  text: string;
}
export type Answer = string | number | boolean | string[];
export interface AnswersView extends Common {
  type: 'answers';
  message: number;
  items: GivenAnswer[];
}
/** An answer with the words it was asked with. */
export interface GivenAnswer {
  field: string;
  label: string;
  kind: FieldKind;
  values: string[];
}

/* Free layout: boxes in boxes. */
interface Placed {
  flex?: Maybe<number>;
  margin?: Maybe<string>;
}
export interface Border {
  width?: Maybe<string>;
  color?: Maybe<string>;
}
export interface BoxElement extends Placed {
  type: 'box';
  layout: string;
  contents: LayoutRoot[];
  spacing?: Maybe<string>;
  padding?: Maybe<string>;
  background?: Maybe<string>;
  border?: Maybe<Border>;
  radius?: Maybe<string>;
  align?: Maybe<string>;
  justify?: Maybe<string>;
  action?: Maybe<Action>;
}
export interface TextElement extends Placed {
  type: 'text';
  text: string;
  size?: Maybe<string>;
  weight?: Maybe<string>;
  color?: Maybe<string>;
  align?: Maybe<string>;
  wrap?: Maybe<boolean>;
  action?: Maybe<Action>;
}
export interface ImageElement extends Placed {
  type: 'image';
  media: string;
  url?: Maybe<string>;
  thumbnailUrl?: Maybe<string>;
  widthPx?: Maybe<number>;
  heightPx?: Maybe<number>;
  placeholderColor?: Maybe<string>;
  description?: Maybe<string>;
  size?: Maybe<string>;
  ratio?: Maybe<string>;
  fit?: Maybe<string>;
  align?: Maybe<string>;
  action?: Maybe<Action>;
}
export interface ButtonElement extends Placed {
  type: 'button';
  action: Action;
  style?: Maybe<string>;
  color?: Maybe<string>;
}
export interface SeparatorElement extends Placed {
  type: 'separator';
  color?: Maybe<string>;
}
export interface FillerElement extends Placed {
  type: 'filler';
}
export interface IconElement extends Placed {
  type: 'icon';
  media?: Maybe<string>;
  url?: Maybe<string>;
  thumbnailUrl?: Maybe<string>;
  description?: Maybe<string>;
  size?: Maybe<string>;
}
export type LayoutElement =
  BoxElement | TextElement | ImageElement | ButtonElement | SeparatorElement | FillerElement | IconElement;
export interface LayoutBubble {
  type: 'bubble';
  size?: Maybe<string>;
  header?: Maybe<LayoutRoot>;
  hero?: Maybe<LayoutRoot>;
  body?: Maybe<LayoutRoot>;
  footer?: Maybe<LayoutRoot>;
}
export interface LayoutBubbles {
  type: 'bubbles';
  bubbles: LayoutRoot[];
}
/** A piece of a layout. Bubbles stand at the root only; anywhere else they are not shown. */
export type LayoutRoot = LayoutElement | LayoutBubble | LayoutBubbles;
export interface LayoutView extends Common {
  type: 'layout';
  alternative: string;
  root: LayoutRoot;
}

/** Everything a message can say. Orders, payment requests, receipts and tickets follow. */
export type BodyView =
  | TextView
  | ImageView
  | VideoView
  | AudioView
  | VoiceView
  | FileView
  | LocationView
  | StickerView
  | ArticleView
  | ArticlesView
  | CardView
  | CarouselView
  | ListView
  | ConfirmView
  | LayoutView
  | FormView
  | SeveralView
  | PostbackView
  | PickView
  | AnswersView;
export type BodyType = BodyView['type'];

/* What is sent: of pictures and files only ids and words. */
export interface NewPicture {
  media: string;
  description: string;
}
interface NewArticleItem extends Omit<ArticleItem, 'cover'> {
  cover?: Maybe<NewPicture>;
}
interface NewCardItem extends Omit<CardItem, 'cover'> {
  cover?: Maybe<NewPicture>;
}
type New<View extends Common> = Omit<View, 'alternative' | 'quickReplies'> & { quickReplies?: QuickReply[] };
/** A body as it is sent. */
export type NewBody =
  | New<TextView>
  | ({ type: 'image'; caption?: Maybe<string>; quickReplies?: QuickReply[] } & NewPicture)
  | ({ type: 'video'; caption?: Maybe<string>; cover?: Maybe<NewPicture>; quickReplies?: QuickReply[] } & NewPicture &
      Measured)
  | { type: 'audio'; media: string; title: string; durationMs?: Maybe<number>; quickReplies?: QuickReply[] }
  | { type: 'voice'; media: string; durationMs: number; wave: number[]; quickReplies?: QuickReply[] }
  | { type: 'file'; media: string; name: string; quickReplies?: QuickReply[] }
  | New<LocationView>
  | New<StickerView>
  | ({ type: 'article'; quickReplies?: QuickReply[] } & NewArticleItem)
  | { type: 'articles'; items: NewArticleItem[]; quickReplies?: QuickReply[] }
  | ({ type: 'card'; quickReplies?: QuickReply[] } & NewCardItem)
  | { type: 'carousel'; cards: NewCardItem[]; quickReplies?: QuickReply[] }
  | New<ListView>
  | New<ConfirmView>
  | (New<LayoutView> & { alternative: string })
  | New<FormView>
  | { type: 'several'; bodies: NewBody[] }
  | New<PostbackView>
  | New<PickView>
  | { type: 'answers'; message: number; values: Record<string, Answer> };
/** What a browser knows of a recording. */
interface Measured {
  durationMs?: Maybe<number>;
  widthPx?: Maybe<number>;
  heightPx?: Maybe<number>;
}
