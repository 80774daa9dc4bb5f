import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@shared/office/Page';
import { AuditCard } from '@console/operator/AuditCard';
import styles from '@console/operator/operator.module.css';
import { reads } from '@console/operator/reads';
import { useSettled } from '@console/operator/useSettled';

const OPERATORS = 'operator';

/** Who did what and why, per stream: the operators' own, and one for each official account. */
export function AuditPage() {
  const { t } = useTranslation('console');
  const [stream, setStream] = useState(OPERATORS);
  const [text, setText] = useState('');
  const query = useSettled(text);
  const found = useQuery({ ...reads.accounts(null, query.trim(), null), placeholderData: (before) => before });
  const options = [
    { value: OPERATORS, label: t('audit.operators') },
    ...(found.data?.items ?? []).map((row) => ({
      value: row.account.id,
      label: `${row.account.name}, @${row.account.handle}`,
    })),
  ];
  const chosen = options.find((each) => each.value === stream);

  return (
    <Page title={t('audit.title')}>
      <div className={styles.filters}>
        <Select
          label={t('audit.stream')}
          data={options}
          value={stream}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('audit.noStream')}
          onSearchChange={(typed) => setText(options.some((each) => each.label === typed) ? '' : typed)}
          onChange={(value) => setStream(value ?? OPERATORS)}
          w={360}
          maw="100%"
        />
      </div>
      <AuditCard key={stream} stream={stream} title={chosen?.label ?? t('audit.account')} />
    </Page>
  );
}
