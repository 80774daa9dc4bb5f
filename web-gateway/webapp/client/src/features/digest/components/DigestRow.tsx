import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@shared/format/useFormat';
import { DigestPicture } from '@shared/ui/PartyPicture';
import { digest as digestQuery } from '../api';
import { accountsOf, viewOf } from '../model/group';
import classes from './DigestRow.module.css';

/** What the digest's row in the list says: who was held, when it comes, how many. */
export function useDigestRow() {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const { data } = useQuery(digestQuery);
  if (!data) return null;
  const when = format.dayAndTime(data.nextAt);
  const accounts = accountsOf(viewOf(data.items, data.held).waiting).join(', ');
  const held = data.held > 0 ? t('held', { count: data.held }) : null;
  return {
    name: t('yours'),
    accounts: held ? accounts : t('none', { when }),
    when,
    held,
    words: held ? t('row', { held, accounts, when }) : t('rowEmpty', { when }),
  };
}

/** The content of the digest's row: it stands in the list like any party. Put it inside a link or an option. */
export function DigestRow() {
  const { t } = useTranslation('digest');
  const row = useDigestRow();
  if (!row) return <span className="p-hidden">{t('yours')}</span>;
  return (
    <span className={classes.row}>
      <span className="p-hidden">{row.words}</span>
      <DigestPicture />
      <span className={classes.lines} aria-hidden="true">
        <span className={classes.line}>
          <b className={classes.name}>{row.name}</b>
          <span className={classes.when}>{row.when}</span>
        </span>
        <span className={classes.line}>
          <bdi className={classes.accounts}>{row.accounts}</bdi>
          {row.held ? (
            <span className="p-tag" data-role="primary">
              {row.held}
            </span>
          ) : null}
        </span>
      </span>
    </span>
  );
}
