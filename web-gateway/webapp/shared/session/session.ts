import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, problemOf } from '../api/http';
import type { Me } from '../protocol/types';

/** Who is logged in on this device; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await api<Me>('/me');
    } catch (error) {
      if (problemOf(error).problem === 'unauthenticated') return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

export function useMe() {
  return useQuery(meQuery);
}

/** The logged-in user, below a page that is only shown to one. */
export function useMyself(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('nobody is logged in here');
  return data;
}

export interface SignUp {
  handle: string;
  name: string;
  password: string;
}

export async function logIn(handle: string, password: string): Promise<Me> {
  const answer = await api<{ me: Me }>('/sessions', {
    body: { handle, password, deviceName: deviceName(), transport: 'cookie' },
  });
  return answer.me;
}

export async function signUp({ handle, name, password }: SignUp): Promise<Me> {
  const answer = await api<{ me: Me }>('/users', {
    body: {
      handle,
      name,
      password,
      locale: document.documentElement.lang || 'en',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      deviceName: deviceName(),
      transport: 'cookie',
    },
  });
  return answer.me;
}

/** Ends the session of this device and starts the page afresh. */
export async function logOut(): Promise<void> {
  try {
    await api('/sessions/current', { method: 'DELETE' });
  } finally {
    location.reload();
  }
}

/** What a person would call this device: browser and system. */
export function deviceName(agent = navigator.userAgent): string {
  const browser = [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([sign]) => agent.includes(sign!))?.[1];
  const system = [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ].find(([sign]) => agent.includes(sign!))?.[1];
  return [browser ?? 'Browser', system].filter(Boolean).join(', ');
}

export const HANDLE = /^[a-z0-9._]{3,30}$/;
export const SHORTEST_PASSWORD = 10;
