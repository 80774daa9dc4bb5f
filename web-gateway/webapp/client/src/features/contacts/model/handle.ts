/** A handle as typed or pasted (`@Mara.Ell `) in the form the server knows; null when it cannot be one. */
export function asHandle(typed: string): string | null {
  const handle = typed.trim().replace(/^@/, '').toLowerCase();
  return /^[a-z0-9._]{3,30}$/.test(handle) ? handle : null;
}
