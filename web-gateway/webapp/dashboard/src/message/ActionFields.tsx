import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Action, ActionType, DateMode } from '@shared/protocol/bodies';
import { Entries, Words } from './Fields';
import css from './message.module.css';
import { ACTIONS, emptyAction, LIMITS } from './model/bodies';

interface Props {
  at: string;
  action: Action;
  onChange: (action: Action) => void;
  types?: ActionType[];
}

/** What one button says and does. */
export function ActionFields({ at, action, onChange, types = ACTIONS }: Props) {
  const { t } = useTranslation('message');
  return (
    <div className={css.action}>
      <NativeSelect
        size="md"
        label={t('action.does')}
        value={action.type}
        onChange={(event) =>
          onChange({ ...emptyAction(event.currentTarget.value as ActionType), label: action.label } as Action)
        }
        data={types.map((type) => ({ value: type, label: t(`action.types.${type}`) }))}
      />
      <Words
        at={`${at}.label`}
        label={t('action.label')}
        value={action.label}
        limit={LIMITS.label}
        onChange={(label) => onChange({ ...action, label })}
      />
      {more()}
    </div>
  );

  function more() {
    switch (action.type) {
      case 'link':
      case 'page':
        return (
          <Words
            at={`${at}.link`}
            label={t('action.link')}
            type="url"
            placeholder="https://"
            value={action.link}
            limit={2_000}
            onChange={(link) => onChange({ ...action, link })}
          />
        );
      case 'say':
        return (
          <Words
            at={`${at}.text`}
            label={t('action.say')}
            help={t('action.say-help')}
            value={action.text}
            limit={LIMITS.say}
            onChange={(text) => onChange({ ...action, text })}
          />
        );
      case 'copy':
        return (
          <Words
            at={`${at}.text`}
            label={t('action.copy')}
            value={action.text}
            limit={1_000}
            onChange={(text) => onChange({ ...action, text })}
          />
        );
      case 'postback':
        return (
          <Words
            at={`${at}.data`}
            label={t('action.data')}
            help={t('action.data-help')}
            value={action.data}
            limit={LIMITS.data}
            onChange={(data) => onChange({ ...action, data })}
          />
        );
      case 'date':
        return (
          <>
            <NativeSelect
              size="md"
              label={t('action.mode')}
              value={action.mode}
              onChange={(event) =>
                onChange({ ...action, mode: event.currentTarget.value as DateMode, min: null, max: null })
              }
              data={(['date', 'time', 'datetime'] as const).map((mode) => ({
                value: mode,
                label: t(`action.modes.${mode}`),
              }))}
            />
            <Words
              at={`${at}.data`}
              label={t('action.data')}
              help={t('action.data-help')}
              value={action.data}
              limit={LIMITS.data}
              onChange={(data) => onChange({ ...action, data })}
            />
          </>
        );
      case 'call':
        return (
          <Words
            at={`${at}.phone`}
            label={t('action.phone')}
            type="tel"
            placeholder="+44 20 7946 0018"
            value={action.phone}
            limit={30}
            onChange={(phone) => onChange({ ...action, phone })}
          />
        );
      default:
        return null;
    }
  }
}

interface ActionsProps {
  at: string;
  actions: readonly Action[];
  most: number;
  least?: number;
  onChange: (actions: Action[]) => void;
}

/** The buttons of a card or a question. */
export function ActionsFields({ at, actions, most, least, onChange }: ActionsProps) {
  const { t } = useTranslation('message');
  return (
    <Entries
      entries={actions}
      most={most}
      least={least}
      name={(index) => t('action.one', { number: index + 1 })}
      add={t('action.add')}
      make={() => emptyAction('say')}
      onChange={onChange}
    >
      {(action, index, change) => <ActionFields at={`${at}.${index}`} action={action} onChange={change} />}
    </Entries>
  );
}
