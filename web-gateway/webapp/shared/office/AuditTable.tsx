import { Bot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { AuditEntry } from '../protocol/types';
import { brief, changes, phraseOf } from './audit';
import styles from './office.module.css';
import { TableFrame } from './Page';

/** When, who (a rule is violet), what, before → after, reason, hash. */
export function AuditTable({ entries, label }: { entries: readonly AuditEntry[]; label: string }) {
  const { t, i18n } = useTranslation('office');
  const format = useFormat();
  const say = (name: string, value: string) => {
    const phrase = phraseOf(name, value);
    switch (phrase?.key) {
      case undefined:
        return value;
      case 'word':
        return t(`audit.word.${phrase.word}`);
      case 'category': {
        const known = ['console', 'dashboard'].find((each) => i18n.exists(`${each}:category.${phrase.category}`));
        return known === undefined ? phrase.category : t(`${known}:category.${phrase.category}`);
      }
      case 'quota':
        return t('audit.quota', { day: format.full(phrase.day), month: format.full(phrase.month) });
      case 'toFollowers':
        return t('audit.toFollowers', { count: phrase.count, formatted: format.full(phrase.count) });
      case 'picture':
        return t('audit.picture');
      case 'nothing':
        return '';
    }
  };
  const subjectOf = (subject: { kind: string; name: string }) =>
    subject.kind === 'conversation' && subject.name === 'Conversation' ? t('audit.conversation') : subject.name;
  if (entries.length === 0) return <p className={styles.nothing}>{t('audit.nothing')}</p>;
  return (
    <TableFrame label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.detail')}</th>
            <th scope="col" data-number>
              {t('audit.hash')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const machine = entry.actor.role === 'rule' || entry.actor.role === 'system';
            const known = i18n.exists(`office:audit.action.${entry.action.replace('.', '-')}`);
            return (
              <tr key={`${entry.stream}.${entry.sequence}`}>
                <td>
                  <time dateTime={entry.at} title={format.fullTime(entry.at)}>
                    {format.shortDate(entry.at)}, {format.clock(entry.at)}
                  </time>
                </td>
                <td>
                  {machine ? (
                    <span className="p-tag" data-role="machine">
                      <Bot size={13} strokeWidth={1.9} aria-hidden /> {t('audit.rule')}
                    </span>
                  ) : (
                    <bdi>{entry.actor.name}</bdi>
                  )}
                </td>
                <td>
                  <strong>{known ? t(`audit.action.${entry.action.replace('.', '-')}`) : entry.action}</strong>
                  {entry.subject && <span className={styles.subject}>{subjectOf(entry.subject)}</span>}
                </td>
                <td className={styles.detail}>
                  {changes(entry.before, entry.after).map((change) => (
                    <span key={change.name} className={styles.change}>
                      {change.name !== '' && (
                        <>
                          {i18n.exists(`office:audit.field.${change.name}`)
                            ? t(`audit.field.${change.name}`)
                            : change.name}
                          :{' '}
                        </>
                      )}
                      {[change.before, change.after]
                        .filter((value): value is string => value !== null && value !== '')
                        .map((value) => say(change.name, value))
                        .join(' → ')}
                    </span>
                  ))}
                  {entry.reason !== null && entry.reason !== '' && (
                    <span className={styles.reason}>{t('audit.because', { reason: entry.reason })}</span>
                  )}
                </td>
                <td data-number>
                  <code title={entry.hash}>{brief(entry.hash)}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}
