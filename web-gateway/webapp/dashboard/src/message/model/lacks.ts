import type { Action, ArticleItem, BodyView, CardItem, PictureView } from '@shared/protocol/bodies';
import { articleOf } from '@shared/ui/body/model/address';
import { choicesOf, hasChoices, LIMITS } from './bodies';

/** Something that keeps a message from going out. `at` names the field within its body: `cards.0.text`. */
export interface Lack {
  at: string;
  what:
    | 'missing'
    | 'too-long'
    | 'not-an-address'
    | 'not-a-number'
    | 'no-picture'
    | 'no-description'
    | 'no-file'
    | 'no-rows'
    | 'no-fields'
    | 'no-choices'
    | 'no-layout';
  limit?: number;
}

/** What is missing in a body, in the order of its fields; empty when it may go. */
export function lacksOf(body: BodyView): Lack[] {
  const found: Lack[] = [];
  const words = (at: string, text: string | null | undefined, limit: number, required = true) => {
    const length = [...(text ?? '').trim()].length;
    if (required && length === 0) found.push({ at, what: 'missing' });
    if (length > limit) found.push({ at, what: 'too-long', limit });
  };
  const link = (at: string, text: string) => {
    if (text.trim() === '') found.push({ at, what: 'missing' });
    else if (!isWebAddress(text) && articleOf(text.trim()) === null) found.push({ at, what: 'not-an-address' });
  };
  const picture = (at: string, given: PictureView | null | undefined) => {
    if (given && given.description.trim() === '') found.push({ at: `${at}description`, what: 'no-description' });
  };
  const action = (at: string, given: Action) => {
    words(`${at}.label`, given.label, LIMITS.label);
    if (given.type === 'link' || given.type === 'page') link(`${at}.link`, given.link);
    if (given.type === 'say') words(`${at}.text`, given.text, LIMITS.say, false);
    if (given.type === 'copy') words(`${at}.text`, given.text, 1_000);
    if (given.type === 'postback' || given.type === 'date') words(`${at}.data`, given.data, LIMITS.data, false);
    if (given.type === 'call' && !/^[+\d][\d\s()/.-]{2,29}$/.test(given.phone.trim()))
      found.push({ at: `${at}.phone`, what: given.phone.trim() === '' ? 'missing' : 'not-a-number' });
  };
  const article = (at: string, given: ArticleItem) => {
    words(`${at}title`, given.title, LIMITS.title);
    words(`${at}summary`, given.summary, LIMITS.summary, false);
    link(`${at}link`, given.link);
    picture(`${at}cover.`, given.cover);
  };
  const card = (at: string, given: CardItem) => {
    words(`${at}title`, given.title, LIMITS.cardTitle, false);
    words(`${at}text`, given.text, LIMITS.cardText);
    picture(`${at}cover.`, given.cover);
    given.actions.forEach((each, index) => action(`${at}actions.${index}`, each));
  };
  switch (body.type) {
    case 'text':
      words('text', body.text, LIMITS.text);
      break;
    case 'image':
      if (body.media === '') found.push({ at: 'media', what: 'no-picture' });
      else picture('', body);
      words('caption', body.caption, LIMITS.caption, false);
      break;
    case 'video':
      if (body.media === '') found.push({ at: 'media', what: 'no-file' });
      words('description', body.description, 500);
      words('caption', body.caption, LIMITS.caption, false);
      break;
    case 'file':
      if (body.media === '') found.push({ at: 'media', what: 'no-file' });
      break;
    case 'article':
      article('', body);
      break;
    case 'articles':
      body.items.forEach((item, at) => article(`items.${at}.`, item));
      break;
    case 'card':
      card('', body);
      break;
    case 'carousel':
      body.cards.forEach((each, at) => card(`cards.${at}.`, each));
      break;
    case 'list':
      words('header', body.header, LIMITS.listHeader, false);
      words('text', body.text, LIMITS.cardText);
      words('button', body.button, LIMITS.listButton);
      body.sections.forEach((section, at) => {
        words(`sections.${at}.title`, section.title, LIMITS.sectionTitle, body.sections.length > 1);
        if (section.rows.length === 0) found.push({ at: `sections.${at}.rows`, what: 'no-rows' });
        section.rows.forEach((row, index) => {
          words(`sections.${at}.rows.${index}.title`, row.title, LIMITS.rowTitle);
          words(`sections.${at}.rows.${index}.description`, row.description, LIMITS.rowDescription, false);
        });
      });
      break;
    case 'confirm':
      words('text', body.text, LIMITS.confirmText);
      body.actions.forEach((each, at) => action(`actions.${at}`, each));
      break;
    case 'form':
      words('title', body.title, LIMITS.formTitle);
      words('text', body.text, LIMITS.cardText, false);
      if (body.fields.length === 0) found.push({ at: 'fields', what: 'no-fields' });
      body.fields.forEach((field, at) => {
        words(`fields.${at}.label`, field.label, LIMITS.fieldLabel);
        if (hasChoices(field) && choicesOf(field).length === 0)
          found.push({ at: `fields.${at}.choices`, what: 'no-choices' });
      });
      words('submit', body.submit, LIMITS.submit);
      break;
    case 'layout':
      words('alternative', body.alternative, LIMITS.alternative);
      if (body.root.type === 'bubble' && body.root.body?.type === 'box' && body.root.body.contents.length === 0)
        found.push({ at: 'root', what: 'no-layout' });
      break;
    case 'several':
      return body.bodies.flatMap((each, at) =>
        lacksOf(each).map((lack) => ({ ...lack, at: `bodies.${at}.${lack.at}` })),
      );
    default:
  }
  (body.quickReplies ?? []).forEach((reply, at) => action(`quickReplies.${at}`, reply.action));
  return found;
}

/** Only http and https lead to a page; anything else in a link could act instead of showing. */
export function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
  } catch {
    return false;
  }
}
