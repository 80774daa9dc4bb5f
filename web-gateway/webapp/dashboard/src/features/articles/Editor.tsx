import { Bold, Heading2, Italic, Link2, Link2Off, List, ListOrdered, Quote, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '@shared/ui/body/model/address';
import css from './articles.module.css';

interface Props {
  label: string;
  html: string;
  onChange: (html: string) => void;
}

type Tool = 'bold' | 'italic' | 'heading' | 'list' | 'numbers' | 'quote' | 'link' | 'unlink';

const TOOLS: { tool: Tool; Icon: LucideIcon }[] = [
  { tool: 'bold', Icon: Bold },
  { tool: 'italic', Icon: Italic },
  { tool: 'heading', Icon: Heading2 },
  { tool: 'list', Icon: List },
  { tool: 'numbers', Icon: ListOrdered },
  { tool: 'quote', Icon: Quote },
  { tool: 'link', Icon: Link2 },
  { tool: 'unlink', Icon: Link2Off },
];

/**
 * A small editor for the words of an article. What is pasted comes in as plain text; what leaves it the server cleans, and the page is built
 * of the few elements an article may have.
 */
export function Editor({ label, html, onChange }: Props) {
  const { t } = useTranslation('articles');
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const range = useRef<Range | null>(null);
  const [on, setOn] = useState<ReadonlySet<Tool>>(new Set());
  const [asking, setAsking] = useState(false);
  const [address, setAddress] = useState('');

  // the browser keeps the words from here on; React only puts the first ones there
  const first = useRef(html);
  useEffect(() => {
    if (field.current) field.current.innerHTML = cleaned(first.current);
    document.execCommand('defaultParagraphSeparator', false, 'p');
  }, []);

  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      if (!selection?.anchorNode || !field.current?.contains(selection.anchorNode)) return;
      range.current = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
      const block = document.queryCommandValue('formatBlock');
      const found = new Set<Tool>();
      if (document.queryCommandState('bold') && block !== 'h2') found.add('bold');
      if (document.queryCommandState('italic')) found.add('italic');
      if (block === 'h2') found.add('heading');
      if (document.queryCommandState('insertUnorderedList')) found.add('list');
      if (document.queryCommandState('insertOrderedList')) found.add('numbers');
      if (block === 'blockquote') found.add('quote');
      setOn(found);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  const tell = () => onChange(field.current?.innerHTML ?? '');
  const run = (command: string, value?: string) => {
    field.current?.focus();
    if (range.current) {
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range.current);
    }
    document.execCommand(command, false, value);
    tell();
  };
  const form = (tool: Tool) => {
    switch (tool) {
      case 'bold':
      case 'italic':
      case 'unlink':
        return run(tool);
      case 'heading':
        return run('formatBlock', on.has('heading') ? 'p' : 'h2');
      case 'quote':
        return run('formatBlock', on.has('quote') ? 'p' : 'blockquote');
      case 'list':
        return run('insertUnorderedList');
      case 'numbers':
        return run('insertOrderedList');
      case 'link':
        return setAsking(true);
      default:
        return tool satisfies never;
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      form('link');
    }
  };
  const link = () => {
    const leads = addressOf(address.trim());
    setAsking(false);
    setAddress('');
    if (leads) run('createLink', leads);
  };

  return (
    <div className={css.editor}>
      <span id={id} className={css.label}>
        {label}
      </span>
      <div className={css.tools} role="toolbar" aria-label={t('tools.label')}>
        {TOOLS.map(({ tool, Icon }) => (
          <button
            key={tool}
            type="button"
            aria-label={t(`tools.${tool}`)}
            title={t(`tools.${tool}`)}
            aria-pressed={tool === 'link' || tool === 'unlink' ? undefined : on.has(tool)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => form(tool)}
          >
            <Icon size={18} strokeWidth={1.9} aria-hidden />
          </button>
        ))}
        {asking ? (
          <input
            type="url"
            autoFocus
            placeholder="https://"
            aria-label={t('link-asked')}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                link();
              }
              if (event.key === 'Escape') setAsking(false);
            }}
            onBlur={() => setAsking(false)}
          />
        ) : null}
      </div>
      <div
        ref={field}
        className={css.words}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-labelledby={id}
        tabIndex={0}
        dir="auto"
        onInput={tell}
        onPaste={onPaste}
        onDrop={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** Without anything that acts: the words come from the server, which has cleaned them, and are cleaned again. */
function cleaned(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  parsed
    .querySelectorAll('script, style, iframe, object, embed, link, meta, form, svg')
    .forEach((each) => each.remove());
  for (const each of parsed.querySelectorAll('*')) {
    for (const { name } of [...each.attributes]) {
      if (!['href', 'src', 'alt'].includes(name)) each.removeAttribute(name);
    }
    if (each.hasAttribute('href') && !addressOf(each.getAttribute('href') ?? '')) each.removeAttribute('href');
    if (each.hasAttribute('src') && !each.getAttribute('src')?.startsWith('/api/v1/media/')) each.remove();
  }
  return parsed.body.innerHTML;
}
