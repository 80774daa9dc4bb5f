import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutRoot, LayoutView } from '@shared/protocol/bodies';
import { useLack, Words } from './Fields';
import css from './message.module.css';
import { LIMITS } from './model/bodies';
import { layoutOf, TEMPLATES } from './model/layouts';

interface Props {
  body: LayoutView;
  onChange: (body: LayoutView) => void;
}

/** A free layout: begun from a pattern, then changed as what it is, text; the preview follows every valid change. */
export function LayoutFields({ body, onChange }: Props) {
  const { t } = useTranslation('message');
  const lacking = useLack('root');
  const [text, setText] = useState(() => JSON.stringify(body.root, null, 2));
  const [wrong, setWrong] = useState<string | null>(null);

  function take(next: string) {
    setText(next);
    const root = layoutOf(next);
    setWrong(root === null ? t('layout.not-readable') : null);
    if (root !== null) onChange({ ...body, root });
  }

  function begin(root: LayoutRoot) {
    setText(JSON.stringify(root, null, 2));
    setWrong(null);
    onChange({ ...body, root });
  }

  return (
    <>
      <div className={css.kinds} role="group" aria-label={t('layout.begin')}>
        {Object.entries(TEMPLATES).map(([name, make]) => (
          <Button key={name} variant="default" size="sm" onClick={() => begin(make((key) => t(`layout.words.${key}`)))}>
            {t(`layout.templates.${name}`)}
          </Button>
        ))}
      </div>
      <Words
        at="alternative"
        label={t('layout.alternative')}
        help={t('layout.alternative-help')}
        value={body.alternative}
        limit={LIMITS.alternative}
        onChange={(alternative) => onChange({ ...body, alternative })}
      />
      <Textarea
        label={t('layout.source')}
        description={t('layout.source-help')}
        className={css.source}
        autosize
        minRows={8}
        maxRows={22}
        spellCheck={false}
        value={text}
        error={wrong ?? lacking}
        onChange={(event) => take(event.currentTarget.value)}
      />
    </>
  );
}
