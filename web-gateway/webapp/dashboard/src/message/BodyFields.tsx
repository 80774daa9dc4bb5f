import { Checkbox, NativeSelect } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleItem, BodyView, CardItem, FieldKind, PictureView } from '@shared/protocol/bodies';
import { ActionsFields } from './ActionFields';
import { Entries, useLack, Words } from './Fields';
import { FileField } from './FileField';
import { ImageField } from './ImageField';
import css from './message.module.css';
import { emptyArticle, emptyCard, emptyField, emptyRow, hasChoices, LIMITS, nextId, NO_PICTURE } from './model/bodies';

const LayoutFields = lazy(() => import('./LayoutFields').then((part) => ({ default: part.LayoutFields })));
const FIELD_KINDS: FieldKind[] = ['text', 'number', 'email', 'phone', 'date', 'time', 'choice', 'choices', 'yes-no'];

interface Props<Body extends BodyView = BodyView> {
  body: Body;
  onChange: (body: Body) => void;
}

/** The fields of one message, by its kind. */
export function BodyFields({ body, onChange }: Props) {
  const { t } = useTranslation('message');
  switch (body.type) {
    case 'text':
      return (
        <Words
          at="text"
          label={t('text.label')}
          long
          value={body.text}
          limit={LIMITS.text}
          onChange={(text) => onChange({ ...body, text })}
        />
      );
    case 'image':
      return (
        <>
          <Picture
            label={t('image.label')}
            at=""
            missing="media"
            picture={body.media === '' ? null : body}
            onChange={(picture) => onChange({ ...body, ...(picture ?? NO_PICTURE) })}
          />
          <Words
            at="caption"
            label={t('image.caption')}
            long
            value={body.caption}
            limit={LIMITS.caption}
            onChange={(caption) => onChange({ ...body, caption })}
          />
        </>
      );
    case 'article':
      return <ArticleFields at="" article={body} onChange={(article) => onChange({ ...body, ...article })} />;
    case 'articles':
      return (
        <Entries
          entries={body.items}
          most={LIMITS.articles}
          least={1}
          name={(at) => t('article.one', { number: at + 1 })}
          add={t('article.add')}
          make={emptyArticle}
          onChange={(items) => onChange({ ...body, items })}
        >
          {(article, at, change) => <ArticleFields at={`items.${at}.`} article={article} onChange={change} />}
        </Entries>
      );
    case 'card':
      return <CardFields at="" card={body} onChange={(card) => onChange({ ...body, ...card })} />;
    case 'carousel':
      return (
        <Entries
          entries={body.cards}
          most={LIMITS.cards}
          least={1}
          name={(at) => t('card.one', { number: at + 1 })}
          add={t('card.add')}
          make={emptyCard}
          onChange={(cards) => onChange({ ...body, cards })}
        >
          {(card, at, change) => <CardFields at={`cards.${at}.`} card={card} onChange={change} />}
        </Entries>
      );
    case 'list':
      return <ListFields body={body} onChange={onChange} />;
    case 'confirm':
      return (
        <>
          <Words
            at="text"
            label={t('confirm.question')}
            long
            value={body.text}
            limit={LIMITS.confirmText}
            onChange={(text) => onChange({ ...body, text })}
          />
          <ActionsFields
            at="actions"
            actions={body.actions}
            most={2}
            least={2}
            onChange={(actions) => onChange({ ...body, actions })}
          />
        </>
      );
    case 'form':
      return <FormFields body={body} onChange={onChange} />;
    case 'video':
    case 'file':
      return <FileField body={body} onChange={onChange} />;
    case 'layout':
      return (
        <Suspense>
          <LayoutFields body={body} onChange={onChange} />
        </Suspense>
      );
    default:
      return <p className={css.help}>{t('not-here')}</p>;
  }
}

interface PictureProps {
  label: string;
  at: string;
  /** The field that is named when there has to be a picture and there is none. */
  missing?: string;
  picture: PictureView | null | undefined;
  onChange: (picture: PictureView | null) => void;
}

function Picture({ label, at, missing, picture, onChange }: PictureProps) {
  const lacking = useLack(missing ?? '-');
  const undescribed = useLack(`${at}description`);
  return (
    <ImageField
      label={label}
      picked={picture ?? null}
      onPicked={onChange}
      error={missing ? lacking : null}
      descriptionError={undescribed}
    />
  );
}

function ArticleFields({
  at,
  article,
  onChange,
}: {
  at: string;
  article: ArticleItem;
  onChange: (article: ArticleItem) => void;
}) {
  const { t } = useTranslation('message');
  const { title, summary, link, cover } = article;
  const change = (part: Partial<ArticleItem>) => onChange({ title, summary, link, cover, ...part });
  return (
    <>
      <Picture label={t('cover')} at={`${at}cover.`} picture={cover} onChange={(next) => change({ cover: next })} />
      <Words
        at={`${at}title`}
        label={t('article.title')}
        value={title}
        limit={LIMITS.title}
        onChange={(next) => change({ title: next })}
      />
      <Words
        at={`${at}summary`}
        label={t('article.summary')}
        long
        value={summary}
        limit={LIMITS.summary}
        onChange={(next) => change({ summary: next })}
      />
      <Words
        at={`${at}link`}
        label={t('article.link')}
        help={t('article.link-help')}
        placeholder="https://"
        type="text"
        value={link}
        limit={2_000}
        onChange={(next) => change({ link: next })}
      />
    </>
  );
}

function CardFields({ at, card, onChange }: { at: string; card: CardItem; onChange: (card: CardItem) => void }) {
  const { t } = useTranslation('message');
  const { title, text, cover, actions } = card;
  const change = (part: Partial<CardItem>) => onChange({ title, text, cover, actions, ...part });
  return (
    <>
      <Picture label={t('cover')} at={`${at}cover.`} picture={cover} onChange={(next) => change({ cover: next })} />
      <Words
        at={`${at}title`}
        label={t('card.title')}
        value={title}
        limit={LIMITS.cardTitle}
        onChange={(next) => change({ title: next })}
      />
      <Words
        at={`${at}text`}
        label={t('card.text')}
        long
        value={text}
        limit={LIMITS.cardText}
        onChange={(next) => change({ text: next })}
      />
      <ActionsFields
        at={`${at}actions`}
        actions={actions}
        most={LIMITS.cardActions}
        onChange={(next) => change({ actions: next })}
      />
    </>
  );
}

function ListFields({ body, onChange }: Props<Extract<BodyView, { type: 'list' }>>) {
  const { t } = useTranslation('message');
  const rows = body.sections.flatMap((section) => section.rows);
  const ids = rows.map((row) => row.id);
  return (
    <>
      <Words
        at="header"
        label={t('list.header')}
        value={body.header}
        limit={LIMITS.listHeader}
        onChange={(header) => onChange({ ...body, header })}
      />
      <Words
        at="text"
        label={t('list.text')}
        long
        value={body.text}
        limit={LIMITS.cardText}
        onChange={(text) => onChange({ ...body, text })}
      />
      <Words
        at="button"
        label={t('list.button')}
        value={body.button}
        limit={LIMITS.listButton}
        onChange={(button) => onChange({ ...body, button })}
      />
      <Entries
        entries={body.sections}
        most={rows.length < LIMITS.rows ? 10 : body.sections.length}
        least={1}
        name={(at) => t('list.section', { number: at + 1 })}
        add={t('list.add-section')}
        make={() => ({ title: '', rows: [emptyRow(nextId('row', ids))] })}
        onChange={(sections) => onChange({ ...body, sections })}
      >
        {(section, at, change) => (
          <>
            <Words
              at={`sections.${at}.title`}
              label={t('list.section-title')}
              value={section.title}
              limit={LIMITS.sectionTitle}
              onChange={(title) => change({ ...section, title })}
            />
            <Entries
              entries={section.rows}
              most={section.rows.length + LIMITS.rows - rows.length}
              least={1}
              name={(index) => t('list.row', { number: index + 1 })}
              add={t('list.add-row')}
              make={() => emptyRow(nextId('row', ids))}
              onChange={(next) => change({ ...section, rows: next })}
            >
              {(row, index, changeRow) => (
                <div className={css.pair}>
                  <Words
                    at={`sections.${at}.rows.${index}.title`}
                    label={t('list.row-title')}
                    value={row.title}
                    limit={LIMITS.rowTitle}
                    onChange={(title) => changeRow({ ...row, title })}
                  />
                  <Words
                    at={`sections.${at}.rows.${index}.description`}
                    label={t('list.row-description')}
                    value={row.description}
                    limit={LIMITS.rowDescription}
                    onChange={(description) => changeRow({ ...row, description })}
                  />
                </div>
              )}
            </Entries>
          </>
        )}
      </Entries>
    </>
  );
}

function FormFields({ body, onChange }: Props<Extract<BodyView, { type: 'form' }>>) {
  const { t } = useTranslation('message');
  return (
    <>
      <Words
        at="title"
        label={t('form.title')}
        value={body.title}
        limit={LIMITS.formTitle}
        onChange={(title) => onChange({ ...body, title })}
      />
      <Words
        at="text"
        label={t('form.text')}
        long
        value={body.text}
        limit={LIMITS.cardText}
        onChange={(text) => onChange({ ...body, text })}
      />
      <Entries
        entries={body.fields}
        most={LIMITS.fields}
        least={1}
        name={(at) => t('form.field', { number: at + 1 })}
        add={t('form.add')}
        make={() =>
          emptyField(
            nextId(
              'field',
              body.fields.map((field) => field.id),
            ),
          )
        }
        onChange={(fields) => onChange({ ...body, fields })}
      >
        {(field, at, change) => (
          <>
            <div className={css.pair}>
              <Words
                at={`fields.${at}.label`}
                label={t('form.label')}
                value={field.label}
                limit={LIMITS.fieldLabel}
                onChange={(label) => change({ ...field, label })}
              />
              <NativeSelect
                size="md"
                label={t('form.kind')}
                value={field.kind}
                onChange={(event) => change({ ...field, kind: event.currentTarget.value as FieldKind })}
                data={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`form.kinds.${kind}`) }))}
              />
            </div>
            {hasChoices(field) ? (
              <Words
                at={`fields.${at}.choices`}
                label={t('form.choices')}
                help={t('form.choices-help')}
                long
                value={(field.choices ?? []).join('\n')}
                limit={1_200}
                onChange={(text) => change({ ...field, choices: text.split('\n').slice(0, LIMITS.choices) })}
              />
            ) : null}
            <Checkbox
              label={t('form.required')}
              checked={field.required ?? false}
              onChange={(event) => change({ ...field, required: event.currentTarget.checked })}
            />
          </>
        )}
      </Entries>
      <Words
        at="submit"
        label={t('form.submit')}
        value={body.submit}
        limit={LIMITS.submit}
        onChange={(submit) => onChange({ ...body, submit })}
      />
    </>
  );
}
