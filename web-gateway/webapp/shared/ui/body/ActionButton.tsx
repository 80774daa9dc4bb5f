import {
  CalendarDays,
  Camera,
  Clock,
  Copy,
  ExternalLink,
  Image as ImageIcon,
  MapPin,
  PanelTopOpen,
  Phone,
  type LucideIcon,
} from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../protocol/bodies';
import { addressOf, articleOf, telOf } from './model/address';
import { useBodyPlace } from './place';

export function iconOf(action: Action): LucideIcon | null {
  switch (action.type) {
    case 'link':
      return ExternalLink;
    case 'date':
      return action.mode === 'time' ? Clock : CalendarDays;
    case 'location':
      return MapPin;
    case 'camera':
      return Camera;
    case 'photos':
      return ImageIcon;
    case 'copy':
      return Copy;
    case 'call':
      return Phone;
    case 'page':
      return PanelTopOpen;
    default:
      return null;
  }
}

interface Props {
  action: Action;
  className?: string;
  style?: CSSProperties;
  /** Instead of icon and label, for parts that act as a whole. */
  children?: ReactNode;
  /** The name where the children say nothing. */
  name?: string;
}

/** A button of a message: a link where it leads somewhere, else a button that acts in the conversation it stands in. */
export function ActionButton({ action, className, style, children, name }: Props) {
  const { t } = useTranslation('rich');
  const place = useBodyPlace();
  const Icon = iconOf(action);
  const inside = children ?? (
    <>
      {Icon ? <Icon size={16} strokeWidth={1.9} aria-hidden="true" /> : null}
      <span dir="auto">{action.label}</span>
    </>
  );
  if (action.type === 'link') {
    const own = articleOf(action.link);
    return (
      <a
        className={className}
        style={style}
        href={addressOf(action.link)}
        target="_blank"
        rel="noopener noreferrer nofollow"
        aria-label={name}
        onClick={(event) => {
          place.opened?.(action.link);
          if (own && place.acts && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            place.acts.openArticle(own);
          }
        }}
      >
        {inside}
      </a>
    );
  }
  if (action.type === 'call') {
    return (
      <a
        className={className}
        style={style}
        href={telOf(action.phone)}
        aria-label={name}
        onClick={() => place.opened?.()}
      >
        {inside}
      </a>
    );
  }
  const acts = place.acts;
  return (
    <button
      type="button"
      className={className}
      style={style}
      aria-label={name}
      aria-disabled={acts ? undefined : true}
      title={acts ? undefined : t('button.only-shown')}
      onClick={() => {
        place.opened?.();
        acts?.act(action, place.sequence);
      }}
    >
      {inside}
    </button>
  );
}
