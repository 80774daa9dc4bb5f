import { useState, type FormEvent } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, problemOf } from '@shared/api/http';
import { useFormat } from '@shared/format/useFormat';
import { Failed } from '@shared/office/Failed';
import { Card, Page, TableFrame } from '@shared/office/Page';
import { useGo } from '@shared/office/RouteLink';
import office from '@shared/office/office.module.css';
import { Loading } from '@shared/office/states';
import type { Problem, Role, TeamMember } from '@shared/protocol/types';
import { useMyself } from '@shared/session/session';
import { ConfirmByName } from '@shared/ui/ConfirmByName';
import { PartyPicture } from '@shared/ui/PartyPicture';
import { Refusal, useProblemWords } from '@shared/ui/Refusal';
import { toast } from '@shared/ui/toast';
import { may } from '@dashboard/account/may';
import { reads } from '@dashboard/account/reads';
import { useRoleNames } from '@dashboard/account/roles';
import { useAccount } from '@dashboard/account/useAccount';
import styles from './team.module.css';

const ROLES: readonly Role[] = ['owner', 'editor', 'agent', 'analyst'];

/** Who works for the account, as what, and since when. */
export function TeamPage() {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const account = useAccount();
  const me = useMyself();
  const go = useGo();
  const queries = useQueryClient();
  const words = useProblemWords();
  const team = useQuery(reads.team(account.id));
  const owner = may(account.role, 'change-team');
  const [handle, setHandle] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [leaving, setLeaving] = useState(false);

  const names = useRoleNames();
  const refresh = () => queries.invalidateQueries({ queryKey: ['account', account.id, 'team'] });
  const failed = (error: unknown) =>
    toast({ message: words(problemOf(error)).title, detail: words(problemOf(error)).detail });

  const add = useMutation({
    mutationFn: (what: { handle: string; role: Role }) =>
      api<TeamMember>(`/accounts/${account.id}/team`, { body: what }),
    onSuccess: (_, what) => {
      setHandle('');
      setProblem(null);
      toast({ message: t('team.added', { handle: `@${what.handle}`, role: names[what.role] }) });
    },
    onError: (error) => setProblem(problemOf(error)),
    onSettled: refresh,
  });
  const change = useMutation({
    mutationFn: (what: { user: string; role: Role }) =>
      api(`/accounts/${account.id}/team/${what.user}`, { method: 'PATCH', body: { role: what.role } }),
    onError: failed,
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (user: string) => api(`/accounts/${account.id}/team/${user}`, { method: 'DELETE' }),
    onError: failed,
    onSettled: refresh,
  });

  function changeRole(member: TeamMember, to: Role) {
    change.mutate(
      { user: member.user.id, role: to },
      {
        onSuccess: () =>
          toast({
            message: t('team.changed', { name: member.user.name, role: names[to] }),
            undo: () => change.mutate({ user: member.user.id, role: member.role }),
          }),
      },
    );
  }

  function take(member: TeamMember) {
    if (member.user.id === me.id) return setLeaving(true);
    remove.mutate(member.user.id, {
      onSuccess: () =>
        toast({
          message: t('team.removed', { name: member.user.name }),
          undo: () => {
            if (member.user.handle !== null) add.mutate({ handle: member.user.handle, role: member.role });
          },
        }),
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const clean = handle.trim().replace(/^@/, '').toLowerCase();
    if (clean !== '') add.mutate({ handle: clean, role });
  }

  return (
    <Page title={t('team.title')}>
      {owner && (
        <Card title={t('team.add')}>
          <form className={styles.add} onSubmit={submit}>
            <TextInput
              label={t('team.handle')}
              leftSection="@"
              value={handle}
              autoCapitalize="none"
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => {
                setHandle(event.currentTarget.value);
                setProblem(null);
              }}
            />
            <NativeSelect
              label={t('team.role')}
              size="md"
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as Role)}
              data={ROLES.map((each) => ({ value: each, label: names[each] }))}
            />
            <Button type="submit" size="md" loading={add.isPending} disabled={handle.trim() === ''}>
              {handle.trim() === '' ? t('team.handleMissing') : t('team.addButton')}
            </Button>
          </form>
          <p className={styles.help}>{t(`team.may.${role}`)}</p>
          {problem !== null && (
            <Refusal
              compact
              problem={problem}
              title={problem.problem === 'not-found' ? t('team.nobody') : t('team.notAdded')}
            />
          )}
        </Card>
      )}
      <Card flush title={t('team.members')}>
        {team.isError ? (
          <Failed what={t('team.failed')} error={team.error} retry={() => void team.refetch()} />
        ) : team.data === undefined ? (
          <Loading rows={4} label={t('loading')} />
        ) : (
          <TableFrame label={t('team.members')}>
            <table className={office.table}>
              <thead>
                <tr>
                  <th scope="col">{t('team.member')}</th>
                  <th scope="col">{t('team.role')}</th>
                  <th scope="col">{t('team.since')}</th>
                  {owner && (
                    <th scope="col">
                      <span className="p-hidden">{t('team.acts')}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {team.data.items.map((member) => (
                  <tr key={member.user.id}>
                    <td>
                      <span className={styles.member}>
                        <PartyPicture party={member.user} size={32} />
                        <span>
                          <bdi>{member.user.name}</bdi>
                          {member.user.id === me.id && ` (${t('team.you')})`}
                          {member.user.handle !== null && <span className={styles.handle}>@{member.user.handle}</span>}
                        </span>
                      </span>
                    </td>
                    <td>
                      {owner ? (
                        <NativeSelect
                          aria-label={t('team.roleOf', { name: member.user.name })}
                          value={member.role}
                          onChange={(event) => changeRole(member, event.currentTarget.value as Role)}
                          data={ROLES.map((each) => ({ value: each, label: names[each] }))}
                        />
                      ) : (
                        names[member.role]
                      )}
                    </td>
                    <td>{format.shortDate(member.since)}</td>
                    {owner && (
                      <td data-number>
                        <Button variant="subtle" color="gray" size="xs" onClick={() => take(member)}>
                          {member.user.id === me.id ? t('team.leave') : t('team.remove')}
                        </Button>
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Card>
      <ConfirmByName
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={t('team.leaveTitle', { name: account.name })}
        name={account.name}
        act={t('team.leave')}
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(me.id, {
            onSuccess: () => {
              void queries.invalidateQueries({ queryKey: ['accounts'] });
              go('/');
            },
            onSettled: () => setLeaving(false),
          })
        }
      >
        <p>{t('team.leaveWhy')}</p>
      </ConfirmByName>
    </Page>
  );
}
