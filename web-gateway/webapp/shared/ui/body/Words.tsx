import { Fragment, type ReactNode } from 'react';
import type { Mention } from '../../protocol/bodies';
import { piecesOf } from './model/pieces';

interface Props {
  text: string;
  mentions?: readonly Mention[] | null;
  onOpen?: (link?: string) => void;
}

/** Words of a message: web addresses are links that open apart, who is mentioned leads to their page. */
export function Words({ text, mentions, onOpen }: Props): ReactNode {
  return piecesOf(text, mentions ?? []).map((piece, at) => {
    switch (piece.kind) {
      case 'text':
        return <Fragment key={at}>{piece.text}</Fragment>;
      case 'link':
        return (
          <a
            key={at}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            onClick={() => onOpen?.(piece.href)}
          >
            {piece.text}
          </a>
        );
      case 'mention':
        return piece.mention.kind === 'account' ? (
          <a key={at} className="p-mention" href={`/@${piece.mention.handle}`}>
            <bdi>{piece.text}</bdi>
          </a>
        ) : (
          <span key={at} className="p-mention">
            <bdi>{piece.text}</bdi>
          </span>
        );
      default:
        return piece satisfies never;
    }
  });
}
