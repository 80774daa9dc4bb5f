import type {
  Action,
  ActionType,
  ArticleItem,
  BodyView,
  CardItem,
  FormField,
  ListRow,
  PictureView,
} from '@shared/protocol/bodies';
import type { NewBody, NewPicture, QuickReply } from '@shared/protocol/bodies';

/** The kinds that can be built here without code. */
export const KINDS = [
  'text',
  'image',
  'article',
  'articles',
  'card',
  'carousel',
  'list',
  'confirm',
  'form',
  'video',
  'file',
  'layout',
] as const;
export type Kind = (typeof KINDS)[number];
export const ACTIONS: ActionType[] = [
  'say',
  'link',
  'postback',
  'date',
  'page',
  'call',
  'copy',
  'location',
  'camera',
  'photos',
];

/** Limits of docs/protocol/limits.md, in code points or entries. */
export const LIMITS = {
  messages: 5,
  quickReplies: 13,
  text: 4_000,
  caption: 1_000,
  title: 120,
  summary: 500,
  articles: 8,
  cardTitle: 80,
  cardText: 500,
  cardActions: 4,
  cards: 10,
  listHeader: 60,
  listButton: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  sectionTitle: 24,
  confirmText: 240,
  formTitle: 80,
  fields: 20,
  fieldLabel: 80,
  choices: 20,
  submit: 40,
  label: 40,
  say: 300,
  data: 300,
  alternative: 400,
} as const;

export function emptyAction(type: ActionType): Action {
  switch (type) {
    case 'link':
    case 'page':
      return { type, label: '', link: '' };
    case 'say':
      return { type, label: '', text: '' };
    case 'postback':
      return { type, label: '', data: '' };
    case 'date':
      return { type, label: '', data: '', mode: 'date' };
    case 'copy':
      return { type, label: '', text: '' };
    case 'call':
      return { type, label: '', phone: '' };
    default:
      return { type, label: '' };
  }
}

export const emptyArticle = (): ArticleItem => ({ title: '', summary: '', link: '', cover: null });
export const emptyCard = (): CardItem => ({ title: '', text: '', cover: null, actions: [] });
export const emptyRow = (id: string): ListRow => ({ id, title: '', description: '' });
export const emptyField = (id: string): FormField => ({ id, label: '', kind: 'text', required: true, choices: [] });

/** @param words what the buttons say at first, in the language of the screen */
export function emptyBody(kind: Kind, words: { yes: string; no: string; choose: string; submit: string }): BodyView {
  switch (kind) {
    case 'text':
      return { type: kind, text: '' };
    case 'image':
      return { type: kind, ...NO_PICTURE, caption: '' };
    case 'article':
      return { type: kind, ...emptyArticle() };
    case 'articles':
      return { type: kind, items: [emptyArticle(), emptyArticle()] };
    case 'card':
      return { type: kind, ...emptyCard(), actions: [emptyAction('link')] };
    case 'carousel':
      return { type: kind, cards: [emptyCard(), emptyCard()] };
    case 'list':
      return {
        type: kind,
        header: '',
        text: '',
        button: words.choose,
        sections: [{ title: '', rows: [emptyRow('row-1')] }],
      };
    case 'confirm': {
      const say = (text: string): Action => ({ type: 'say', label: text, text });
      return { type: kind, text: '', actions: [say(words.yes), say(words.no)] };
    }
    case 'form':
      return { type: kind, title: '', text: '', fields: [emptyField('field-1')], submit: words.submit };
    case 'video':
      return { type: kind, media: '', url: '', description: '', caption: '', cover: null };
    case 'file':
      return { type: kind, media: '', url: '', name: '', sizeBytes: 0, contentType: '' };
    case 'layout':
      return {
        type: kind,
        alternative: '',
        root: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [] } },
      };
    default:
      return kind satisfies never;
  }
}

export const NO_PICTURE: PictureView = {
  media: '',
  url: '',
  thumbnailUrl: '',
  widthPx: 0,
  heightPx: 0,
  placeholderColor: 'transparent',
  description: '',
};

/** The next free id of a row or a field. */
export function nextId(prefix: string, taken: readonly string[]): string {
  let at = taken.length + 1;
  while (taken.includes(`${prefix}-${at}`)) at++;
  return `${prefix}-${at}`;
}

/** A body as the server takes it: of pictures and files only their ids and words, and nothing that was left empty. */
export function newOf(body: BodyView): NewBody {
  const replies = body.type === 'several' ? {} : repliesOf(body.quickReplies);
  switch (body.type) {
    case 'text':
      return { type: 'text', text: body.text.trim(), ...replies };
    case 'image':
      return { type: 'image', ...pictureOf(body), ...words({ caption: body.caption }), ...replies };
    case 'video':
      return {
        type: 'video',
        media: body.media,
        description: body.description.trim(),
        ...words({ caption: body.caption }),
        ...(body.cover ? { cover: pictureOf(body.cover) } : {}),
        ...(body.durationMs ? { durationMs: body.durationMs } : {}),
        ...(body.widthPx && body.heightPx ? { widthPx: body.widthPx, heightPx: body.heightPx } : {}),
        ...replies,
      };
    case 'file':
      return { type: 'file', media: body.media, name: body.name, ...replies };
    case 'article':
      return { type: 'article', ...articleOf(body), ...replies };
    case 'articles':
      return { type: 'articles', items: body.items.map(articleOf), ...replies };
    case 'card':
      return { type: 'card', ...cardOf(body), ...replies };
    case 'carousel':
      return { type: 'carousel', cards: body.cards.map(cardOf), ...replies };
    case 'list':
      return {
        type: 'list',
        ...words({ header: body.header }),
        text: body.text.trim(),
        button: body.button.trim(),
        sections: body.sections.map(({ title, rows }) => ({
          ...words({ title }),
          rows: rows.map((row) => ({
            id: row.id,
            title: row.title.trim(),
            ...words({ description: row.description }),
          })),
        })),
        ...replies,
      };
    case 'confirm':
      return { type: 'confirm', text: body.text.trim(), actions: body.actions.map(actionOf), ...replies };
    case 'form':
      return {
        type: 'form',
        title: body.title.trim(),
        ...words({ text: body.text }),
        fields: body.fields.map((field) => ({
          id: field.id,
          label: field.label.trim(),
          kind: field.kind,
          required: field.required ?? false,
          ...(hasChoices(field) ? { choices: choicesOf(field) } : {}),
          ...(field.max ? { max: field.max } : {}),
        })),
        submit: body.submit.trim(),
        ...replies,
      };
    case 'layout':
      return { type: 'layout', alternative: body.alternative.trim(), root: body.root, ...replies };
    case 'several':
      return { type: 'several', bodies: body.bodies.map(newOf) };
    default:
      return body as NewBody; // kinds that are not built here go as they are
  }
}

/** One body, or several as one. */
export function oneOf(bodies: readonly BodyView[]): BodyView {
  return bodies.length === 1 ? bodies[0]! : { type: 'several', bodies: [...bodies] };
}

export function hasChoices(field: FormField): boolean {
  return field.kind === 'choice' || field.kind === 'choices';
}

export function choicesOf(field: FormField): string[] {
  return [...new Set((field.choices ?? []).map((choice) => choice.trim()).filter((choice) => choice !== ''))];
}

function repliesOf(replies: QuickReply[] | null | undefined): { quickReplies?: QuickReply[] } {
  if (!replies || replies.length === 0) return {};
  return { quickReplies: replies.map(({ action, icon }) => ({ action: actionOf(action), ...(icon ? { icon } : {}) })) };
}

function pictureOf({ media, description }: PictureView): NewPicture {
  return { media, description: description.trim() };
}

function articleOf({ title, summary, link, cover }: ArticleItem) {
  return {
    title: title.trim(),
    summary: summary.trim(),
    link: link.trim(),
    ...(cover ? { cover: pictureOf(cover) } : {}),
  };
}

function cardOf({ title, text, cover, actions }: CardItem) {
  return {
    ...words({ title }),
    text: text.trim(),
    ...(cover ? { cover: pictureOf(cover) } : {}),
    actions: actions.map(actionOf),
  };
}

/** Data that nobody chose is the label: it is what the account's own system hears. */
export function actionOf(action: Action): Action {
  const label = action.label.trim();
  switch (action.type) {
    case 'say':
      return { ...action, label, text: action.text.trim() || label };
    case 'postback':
      return { type: 'postback', label, data: action.data.trim() || label, ...words({ text: action.text }) };
    case 'date': {
      const { mode, initial, min, max } = action;
      return { type: 'date', label, data: action.data.trim() || label, mode, ...words({ initial, min, max }) };
    }
    case 'link':
    case 'page':
      return { ...action, label, link: action.link.trim() };
    case 'call':
      return { ...action, label, phone: action.phone.trim() };
    default:
      return { ...action, label };
  }
}

function words<Name extends string>(given: Record<Name, string | null | undefined>): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(given) as Name[]) {
    const text = given[name]?.trim();
    if (text) found[name] = text;
  }
  return found;
}
