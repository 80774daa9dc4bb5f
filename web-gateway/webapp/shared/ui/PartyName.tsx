import { useTranslation } from 'react-i18next';
import css from './PartyName.module.css';

/** A name as it came from others, isolated, with the badge of a verified account. */
export function PartyName({
  name,
  verified = false,
  badgeSize = 15,
}: {
  name: string;
  verified?: boolean;
  badgeSize?: number;
}) {
  return (
    <span className={css.name}>
      <bdi className={css.text}>{name}</bdi>
      {verified ? <VerifiedBadge size={badgeSize} /> : null}
    </span>
  );
}

export function VerifiedBadge({ size = 15 }: { size?: number }) {
  const { t } = useTranslation('shared');
  return (
    <svg
      className={css.badge}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
      aria-label={t('party.verified')}
    >
      <path
        fill="var(--p-primary)"
        d="M12 1l2.700 2.200 3.400-.4 1.300 3.200 3.200 1.300-.4 3.400L24 13l-2.100 2.700.3 3.400-3.200 1.300-1.300 3.200-3.400-.5L12 25l-2.700-1.900-3.400.5-1.300-3.200-3.200-1.300.4-3.400L0 13l2-2.300-.4-3.400L4.800 6l1.300-3.200 3.400.4z"
        transform="translate(0 -1)"
      />
      <path
        fill="none"
        stroke="var(--p-on-primary)"
        strokeWidth="2.600"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M7.600 12.300l3 3 5.800-6"
      />
    </svg>
  );
}
