import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListRow, ListView } from '../../protocol/bodies';
import { Sheet } from '../Sheet';
import css from './sheets.module.css';

interface Props {
  list: ListView;
  opened: boolean;
  onClose: () => void;
  /** Not given where the list is only shown. */
  onPick?: (row: ListRow) => void;
}

/** The rows of a list in their sections: one is chosen, then sent. */
export function ListSheet({ list, opened, onClose, onPick }: Props) {
  const { t } = useTranslation('rich');
  const name = useId();
  const [chosen, setChosen] = useState<ListRow | null>(null);
  return (
    <Sheet
      opened={opened}
      onClose={onClose}
      title={list.header || list.button}
      foot={
        <Button
          disabled={!chosen || !onPick}
          onClick={() => {
            if (!chosen) return;
            onPick?.(chosen);
            setChosen(null);
            onClose();
          }}
        >
          {onPick ? (chosen ? t('list.send') : t('list.choose-first')) : t('button.only-shown')}
        </Button>
      }
    >
      <form className={css.sections} onSubmit={(event) => event.preventDefault()}>
        {list.sections.map((section, at) => (
          <fieldset key={at} className={css.section}>
            <legend className={section.title ? css.sectionTitle : 'p-hidden'}>{section.title || list.button}</legend>
            {section.rows.map((row) => (
              <label key={row.id} className={css.row}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen?.id === row.id}
                  onChange={() => setChosen(row)}
                  value={row.id}
                />
                <span className={css.rowWords}>
                  <span dir="auto">{row.title}</span>
                  {row.description ? <small dir="auto">{row.description}</small> : null}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </form>
    </Sheet>
  );
}
