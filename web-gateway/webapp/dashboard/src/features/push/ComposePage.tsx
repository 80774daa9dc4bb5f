import { useCallback, useEffect, useReducer, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { ChevronUp, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api, newIdempotencyKey, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Card, Page } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import { Tag } from '@shared/office/states';
import { useGrace } from '@shared/office/useGrace';
import { GraceBar } from '@shared/office/GraceBar';
import type { PushInsight } from '@shared/protocol/types';
import { usePhone } from '@shared/ui/layout';
import { Refusal } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { reads } from '@dashboard/account/reads';
import { useAccount } from '@dashboard/account/useAccount';
import { Builder } from '@dashboard/message/Builder';
import { LIMITS } from '@dashboard/message/model/bodies';
import { StateNotice } from '@dashboard/parts/StateNotice';
import { ForecastColumn } from './ForecastColumn';
import { PhonePreview } from './PhonePreview';
import { bodyOf, change, emptyDraft, forget, isEmpty, keep, missing, restore, type Draft } from './model/draft';
import { proceed, type Release } from './model/release';
import styles from './push.module.css';

/** New push message: what it says, whom it reaches, and the release that waits ten seconds before it goes out. */
export function ComposePage() {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const go = useGo();
  const queries = useQueryClient();
  const phone = usePhone();
  const [draft, setDraft] = useState<Draft>(() => restore(localStorage, account.id) ?? emptyDraft(newIdempotencyKey()));
  const [release, step] = useReducer(proceed, { phase: 'writing' } as Release);
  const [shown, setShown] = useState(false);
  const [forecastOpen, setForecastOpen] = useState(false);
  const forecast = useQuery(reads.forecast(account.id));
  const lacks = missing(draft);

  useEffect(() => {
    if (draft.savedAt !== null || isEmpty(draft)) return;
    const timer = setTimeout(() => {
      const saved = { ...draft, savedAt: new Date().toISOString() };
      if (keep(localStorage, account.id, saved)) setDraft(saved);
    }, 300);
    return () => clearTimeout(timer);
  }, [draft, account.id]);

  const write = useCallback((part: Partial<Draft>) => {
    setDraft((before) => change({ ...before, savedAt: null }, part, newIdempotencyKey));
  }, []);

  const send = useCallback(
    async (asked: Draft) => {
      step({ type: 'sent' });
      try {
        const released = await api<PushInsight>(`/accounts/${account.id}/push-messages`, {
          body: { body: bodyOf(asked), audience: { type: 'all' } },
          idempotencyKey: asked.key,
        });
        step({ type: 'answered', id: released.id });
        forget(localStorage, account.id);
        await queries.invalidateQueries({ queryKey: ['account', account.id] });
        toast({ message: t('compose.released') });
        go(`/${account.id}/push/${released.id}`);
      } catch (error) {
        step({ type: 'refused', problem: problemOf(error) });
        void queries.invalidateQueries({ queryKey: ['account', account.id, 'quota'] });
        void queries.invalidateQueries({ queryKey: ['account', account.id, 'forecast'] });
      }
    },
    [account.id, go, queries, t],
  );
  const grace = useGrace<Draft>((asked) => void send(asked));

  function ask() {
    setShown(true);
    if (lacks.length > 0) return;
    step({ type: 'asked' });
    grace.start(draft);
  }

  function cancel() {
    grace.cancel();
    step({ type: 'cancelled' });
  }

  function discard() {
    const before = draft;
    forget(localStorage, account.id);
    setDraft(emptyDraft(newIdempotencyKey()));
    toast({ message: t('compose.discarded'), undo: () => setDraft({ ...before, savedAt: null }) });
  }

  const waiting = release.phase === 'waiting';
  const busy = release.phase === 'sending' || waiting;

  const act = (
    <div className={styles.act}>
      {release.phase === 'refused' && (
        <Refusal
          problem={release.problem}
          title={t('compose.refused')}
          safe={t('compose.draftSafe')}
          actions={
            <Button variant="default" onClick={ask}>
              {t('compose.again')}
            </Button>
          }
        />
      )}
      {waiting ? (
        <GraceBar
          grace={{ ...grace, cancel }}
          what={t('compose.about', {
            count: forecast.data?.atOnce ?? 0,
            formatted: format.full(forecast.data?.atOnce ?? 0),
          })}
        />
      ) : (
        <Button
          fullWidth
          size="md"
          leftSection={<Megaphone size={18} strokeWidth={1.9} aria-hidden />}
          loading={release.phase === 'sending'}
          disabled={account.state !== 'verified'}
          onClick={ask}
        >
          {account.state !== 'verified'
            ? t('compose.notVerified')
            : lacks.length > 0 && shown
              ? t('compose.stillMissing', { count: lacks.length })
              : t('compose.release')}
        </Button>
      )}
      <p className={styles.saved} role="status">
        {draft.savedAt !== null && !isEmpty(draft)
          ? t('compose.saved', { at: format.clock(draft.savedAt) })
          : t('compose.waitsFirst')}
      </p>
    </div>
  );

  return (
    <Page
      title={t('push.new')}
      back={`/${account.id}/push`}
      note={<Tag>{t('compose.draft')}</Tag>}
      flush
      actions={
        !isEmpty(draft) && (
          <Button variant="subtle" color="gray" onClick={discard} disabled={busy}>
            {t('compose.discard')}
          </Button>
        )
      }
    >
      <div className={styles.compose}>
        <div className={styles.form}>
          <StateNotice account={account} />
          <Card
            title={t('compose.says')}
            aside={t('compose.messages', { used: draft.bodies.length, limit: LIMITS.messages })}
          >
            <Builder bodies={draft.bodies} onChange={(bodies) => write({ bodies })} checked={shown} disabled={busy} />
          </Card>
          <Card title={t('compose.who')}>
            <p className={styles.everyone}>
              <Tag tone="primary">{t('compose.everyone')}</Tag>
              <span>
                {forecast.data !== undefined &&
                  t('compose.followersCount', {
                    count: forecast.data.audience,
                    formatted: format.full(forecast.data.audience),
                  })}
              </span>
            </p>
            <p className={styles.help}>{t('compose.everyoneHelp')}</p>
          </Card>
        </div>
        <div className={styles.preview}>
          <h2 className={styles.columnTitle}>{t('compose.preview')}</h2>
          <PhonePreview account={account} bodies={draft.bodies} at={null} />
        </div>
        <aside className={styles.side} data-open={forecastOpen || undefined} aria-label={t('forecast.title')}>
          {phone && (
            <button
              type="button"
              className={styles.sideToggle}
              aria-expanded={forecastOpen}
              onClick={() => setForecastOpen(!forecastOpen)}
            >
              <span>
                {forecast.data === undefined
                  ? t('forecast.title')
                  : t('forecast.short', {
                      atOnce: format.full(forecast.data.atOnce),
                      held: format.full(forecast.data.held),
                    })}
              </span>
              <ChevronUp size={18} strokeWidth={1.9} aria-hidden />
            </button>
          )}
          {(!phone || forecastOpen) && <ForecastColumn forecast={forecast} />}
          {act}
        </aside>
      </div>
    </Page>
  );
}
