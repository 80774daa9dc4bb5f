import { useTranslation } from 'react-i18next';
import { Key } from '@shared/office/states';
import styles from './suggestions.module.css';

export interface Suggestion {
  id: string;
  name: string;
  text: string;
  choose: () => void;
}

interface Props {
  title: string;
  items: readonly Suggestion[];
  selected: number;
}

/** What fits to what is being typed, above the box; the box keeps the focus. */
export function Suggestions({ title, items, selected }: Props) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles.suggestions}>
      <div className={styles.suggestionsHead}>
        <span>{title}</span>
        <span aria-hidden>
          <Key name="↑" /> <Key name="↓" /> <Key name="Enter" />
        </span>
      </div>
      <ul id="desk-suggestions" role="listbox" aria-label={t('suggestions')}>
        {items.map((item, at) => (
          <li
            key={item.id}
            id={`suggestion-${item.id}`}
            role="option"
            aria-selected={at === selected}
            onPointerDown={(event) => {
              event.preventDefault(); // the box keeps the focus
              item.choose();
            }}
          >
            <b>{item.name}</b>
            <span dir="auto">{item.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
