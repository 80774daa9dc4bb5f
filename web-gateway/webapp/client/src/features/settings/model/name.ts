export type NameFault = 'missing' | 'too-long';

export const longestName = 60;

/** What is wrong with a name, or null. */
export function faultOf(name: string): NameFault | null {
  const length = [...name.trim()].length;
  if (length === 0) return 'missing';
  return length > longestName ? 'too-long' : null;
}
