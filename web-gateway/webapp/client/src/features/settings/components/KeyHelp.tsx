import { useTranslation } from 'react-i18next';
import { Sheet } from '@shared/ui/Sheet';
import classes from './KeyHelp.module.css';

type Row = { words: string; keys: string[][] };

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
const ctrl = mac ? '⌘' : 'Ctrl';
const alt = mac ? '⌥' : 'Alt';

const parts: { title: string; rows: Row[] }[] = [
  {
    title: 'everywhere',
    rows: [
      { words: 'search', keys: [[ctrl, 'K']] },
      { words: 'columns', keys: [['F6'], ['Shift', 'F6']] },
      { words: 'escape', keys: [['Esc']] },
      { words: 'undo', keys: [[ctrl, 'Z']] },
      { words: 'help', keys: [['?']] },
    ],
  },
  {
    title: 'client',
    rows: [
      {
        words: 'next',
        keys: [
          [alt, '↓'],
          [alt, '↑'],
        ],
      },
      {
        words: 'unread',
        keys: [
          ['Shift', alt, '↓'],
          ['Shift', alt, '↑'],
        ],
      },
      { words: 'send', keys: [['Enter']] },
      { words: 'line', keys: [['Shift', 'Enter']] },
    ],
  },
  { title: 'messages', rows: [{ words: 'walk', keys: [['↓'], ['↑']] }] },
  {
    title: 'strip',
    rows: [
      { words: 'one', keys: [['↑'], ['↓']] },
      { words: 'five', keys: [['Page ↑'], ['Page ↓']] },
      { words: 'ends', keys: [['Home'], ['End']] },
    ],
  },
];

/** All keys of the client; `?` opens it. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('keyHelp.title')} width={520}>
      <div className={classes.parts}>
        {parts.map((part) => (
          <section key={part.title}>
            <h3>{t(`keyHelp.${part.title}`)}</h3>
            <dl>
              {part.rows.map((row) => (
                <div key={row.words}>
                  <dt>{t(`keyHelp.${row.words}`)}</dt>
                  <dd>
                    {row.keys.map((combination, index) => (
                      <span key={combination.join()}>
                        {index > 0 ? <span className={classes.or}>{t('keyHelp.or')}</span> : null}
                        {combination.map((key) => (
                          <kbd key={key} className="p-kbd">
                            {key}
                          </kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
