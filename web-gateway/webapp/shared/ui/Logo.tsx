/** The sign of Parley: two bubbles, one before the other. */
export function Logo({ size = 26, onDark = false }: { size?: number; onDark?: boolean }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path
        fill={onDark ? '#5AA3B0' : 'color-mix(in srgb, var(--p-primary) 55%, var(--p-surface))'}
        d="M3 21V9.500C3 5.400 6.400 2 10.500 2H14c4.100 0 7.500 3.400 7.500 7.500S18.100 17 14 17H8.500z"
      />
      <path
        fill={onDark ? '#FFFFFF' : 'var(--p-primary)'}
        d="M9 24.500v-11C9 9.900 11.900 7 15.500 7h1.800c3.700 0 6.700 3 6.700 6.700s-3 6.700-6.700 6.700h-2.800z"
      />
    </svg>
  );
}
