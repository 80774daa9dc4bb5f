import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { ChartColumn, Download, Table } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, url } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, Stats, TableFrame } from '@shared/office/Page';
import office from '@shared/office/office.module.css';
import { Loading } from '@shared/office/states';
import type { CareFigures, CareReport } from '@shared/protocol/types';
import { deviceZone } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import parts from '@dashboard/parts/parts.module.css';
import { useSpan } from './useSpan';
import styles from './report.module.css';

const SPANS = [7, 28, 90];

/** How quickly followers were answered and helped, and how content they were: together, by day, by colleague, by tag. */
export function DeskReportPage() {
  const { t } = useTranslation('deskreport');
  const account = useAccount();
  const [days, setDays] = useState(28);
  const asked = { days, timeZone: deviceZone() };
  const report = useQuery({
    queryKey: ['account', account.id, 'desk-report', days],
    queryFn: () => api<CareReport>(`/accounts/${account.id}/desk/report`, { query: asked }),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <NativeSelect
            aria-label={t('span')}
            value={String(days)}
            data={SPANS.map((span) => ({ value: String(span), label: t('lastDays', { count: span }) }))}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          />
          <Button
            component="a"
            variant="default"
            href={url(`/accounts/${account.id}/desk/report.csv`, asked)}
            download
            leftSection={<Download size={16} strokeWidth={1.9} aria-hidden />}
          >
            {t('csv')}
          </Button>
        </>
      }
    >
      {report.isError ? (
        <Card>
          <Failed what={t('failed')} error={report.error} retry={() => void report.refetch()} />
        </Card>
      ) : report.data === undefined ? (
        <Card>
          <Loading rows={8} label={t('loading')} />
        </Card>
      ) : (
        <Report report={report.data} />
      )}
    </Page>
  );
}

function Report({ report }: { report: CareReport }) {
  const { t } = useTranslation('deskreport');
  const format = useFormat();
  const span = useSpan();
  const all = report.all;
  return (
    <>
      <Card>
        <Stats
          items={[
            { label: t('cases'), value: format.full(all.cases), below: t('closedOf', { count: all.closed }) },
            {
              label: t('firstAnswer'),
              value: span(all.firstAnswerMedianSeconds),
              below: t('nineInTen', { span: span(all.firstAnswerSlowSeconds) }),
            },
            { label: t('resolution'), value: span(all.resolutionMedianSeconds), below: t('half') },
            {
              label: t('content'),
              value:
                all.ratingAverage === null
                  ? t('none')
                  : t('ofFive', { value: decimal(all.ratingAverage, format.language) }),
              below: t('ratings', { count: all.ratings }),
            },
          ]}
        />
      </Card>
      <Days report={report} />
      <div className={parts.two}>
        <Card title={t('byAgent')}>
          <Figures label={t('byAgent')} rows={report.agents} none={t('noAgents')} />
        </Card>
        <Card title={t('byTag')}>
          <Figures label={t('byTag')} rows={report.tags} none={t('noTags')} />
        </Card>
      </div>
    </>
  );
}

function Days({ report }: { report: CareReport }) {
  const { t } = useTranslation('deskreport');
  const format = useFormat();
  const span = useSpan();
  const [asTable, setAsTable] = useState(false);
  const days = everyDay(report);
  const most = Math.max(1, ...days.map((day) => day.figures?.cases ?? 0));
  const busiest = days.reduce((a, b) => ((b.figures?.cases ?? 0) > (a.figures?.cases ?? 0) ? b : a), days[0]!);
  const sentence = t('sentence', {
    count: report.all.cases,
    day: format.shortDate(`${busiest.date}T12:00:00`),
    most: format.full(busiest.figures?.cases ?? 0),
  });
  return (
    <Card
      title={t('byDay')}
      aside={
        <ActionIcon
          variant="subtle"
          size={36}
          aria-pressed={asTable}
          aria-label={asTable ? t('showPlot') : t('showTable')}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? (
            <ChartColumn size={18} strokeWidth={1.9} aria-hidden />
          ) : (
            <Table size={18} strokeWidth={1.9} aria-hidden />
          )}
        </ActionIcon>
      }
    >
      <p className={parts.quiet}>{report.all.cases === 0 ? t('nothing') : sentence}</p>
      {asTable ? (
        <TableFrame label={t('byDay')}>
          <table className={office.table}>
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                <th scope="col">{t('cases')}</th>
                <th scope="col">{t('closed')}</th>
                <th scope="col">{t('firstAnswer')}</th>
              </tr>
            </thead>
            <tbody>
              {report.days.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{format.shortDate(`${day.date}T12:00:00`)}</th>
                  <td>{format.full(day.figures.cases)}</td>
                  <td>{format.full(day.figures.closed)}</td>
                  <td>{span(day.figures.firstAnswerMedianSeconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      ) : (
        <div className={styles.plot} role="img" aria-label={sentence}>
          {days.map((day) => {
            const cases = day.figures?.cases ?? 0;
            const closed = day.figures?.closed ?? 0;
            return (
              <span
                key={day.date}
                className={styles.bar}
                title={`${format.shortDate(`${day.date}T12:00:00`)}: ${format.full(cases)}`}
                style={{ height: `${(cases / most) * 100}%` }}
              >
                <i style={{ height: `${cases === 0 ? 0 : (closed / cases) * 100}%` }} />
              </span>
            );
          })}
        </div>
      )}
      {!asTable && (
        <div className={styles.legend} aria-hidden>
          <span>{format.shortDate(`${report.from}T12:00:00`)}</span>
          <span>
            <i data-part="closed" /> {t('closed')} <i data-part="open" /> {t('open')}
          </span>
          <span>{format.shortDate(`${report.to}T12:00:00`)}</span>
        </div>
      )}
    </Card>
  );
}

/** Days without a case stand empty between the others. */
function everyDay(report: CareReport): { date: string; figures: CareFigures | null }[] {
  const known = new Map(report.days.map((day) => [day.date, day.figures]));
  const days = [];
  for (let at = Date.parse(report.from); at <= Date.parse(report.to); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({ date, figures: known.get(date) ?? null });
  }
  return days;
}

function Figures({
  label,
  rows,
  none,
}: {
  label: string;
  rows: readonly { id: string; name: string; figures: CareFigures }[];
  none: string;
}) {
  const { t } = useTranslation('deskreport');
  const format = useFormat();
  const span = useSpan();
  if (rows.length === 0) return <p className={parts.quiet}>{none}</p>;
  return (
    <TableFrame label={label}>
      <table className={office.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('cases')}</th>
            <th scope="col">{t('firstAnswer')}</th>
            <th scope="col">{t('resolution')}</th>
            <th scope="col">{t('content')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <bdi>{row.name}</bdi>
              </th>
              <td>{format.full(row.figures.cases)}</td>
              <td>{span(row.figures.firstAnswerMedianSeconds)}</td>
              <td>{span(row.figures.resolutionMedianSeconds)}</td>
              <td>{row.figures.ratingAverage === null ? '–' : decimal(row.figures.ratingAverage, format.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function decimal(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);
}
