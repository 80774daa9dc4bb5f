import { useState } from 'react';
import { MonitorSmartphone } from 'lucide-react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormat } from '@shared/format/useFormat';
import type { Device } from '@shared/protocol/types';
import { Skeleton } from '@shared/ui/Skeleton';
import { toast } from '@shared/ui/toast';
import { devices as devicesQuery, logOutDevice } from '../api';
import classes from './YouPage.module.css';

/** Every device that is logged in as me; the others can be logged out from here. */
export function Devices() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const client = useQueryClient();
  const { data, isError, refetch } = useQuery(devicesQuery);
  const [ending, setEnding] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  const end = async (device: Device) => {
    setEnding(device.id);
    setFailed(false);
    try {
      await logOutDevice(device.id);
      client.setQueryData(
        devicesQuery.queryKey,
        (old) => old && { items: old.items.filter((other) => other.id !== device.id) },
      );
      toast({ message: t('device.done', { device: device.name }) });
    } catch {
      setFailed(true);
    } finally {
      setEnding(null);
    }
  };

  if (isError && !data)
    return (
      <p role="alert">
        {t('devicesFailed')}{' '}
        <button type="button" className="p-link" onClick={() => void refetch()}>
          {t('tryNow')}
        </button>
      </p>
    );
  if (!data) return <Skeleton width="100%" height={44} />;
  return (
    <>
      <ul className={classes.devices}>
        {data.items.map((device) => (
          <li key={device.id}>
            <MonitorSmartphone size={18} aria-hidden="true" />
            <div>
              <p className={classes.device}>
                <bdi>{device.name}</bdi>
                {device.current ? (
                  <span className="p-tag" data-role="primary">
                    {t('device.this')}
                  </span>
                ) : null}
              </p>
              <p className={classes.help}>
                {t('device.both', {
                  seen: format.dayAndTime(device.lastSeenAt),
                  since: format.shortDate(device.createdAt),
                })}
              </p>
            </div>
            {device.current ? null : (
              <Button
                size="compact-md"
                variant="default"
                loading={ending === device.id}
                aria-label={t('device.logOutOf', { device: device.name })}
                onClick={() => void end(device)}
              >
                {t('device.logOut')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failed ? (
        <p className={classes.refused} role="alert">
          {t('logOutFailed')}
        </p>
      ) : null}
    </>
  );
}
