import { Trans, useTranslation } from 'react-i18next';
import { useFormat } from '@shared/format/useFormat';
import { bars } from '../model/bars';
import classes from './SentStrip.module.css';

/** What the accounts sent since the last digest: full bars came at once, dashed ones are held. */
export function SentStrip({ atOnce, held }: { atOnce: number; held: number }) {
  const { t } = useTranslation('digest');
  const format = useFormat();
  const sent = atOnce + held;
  return (
    <section className={classes.strip}>
      <p className={classes.sent}>
        <Trans t={t} i18nKey="sent" count={sent} values={{ formatted: format.full(sent) }} components={{ b: <b /> }} />
      </p>
      <span className={classes.bars} aria-hidden="true">
        {bars(atOnce, held).map((kind, at) => (
          <i key={at} data-kind={kind} />
        ))}
      </span>
      <p className={classes.parts}>
        <span>{t('cameAtOnce', { count: atOnce, formatted: format.full(atOnce) })}</span>
        <span>{t('wasHeld', { count: held, formatted: format.full(held) })}</span>
      </p>
    </section>
  );
}
