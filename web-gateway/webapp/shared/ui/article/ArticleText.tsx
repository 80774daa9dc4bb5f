import { createElement, Fragment, type ReactNode } from 'react';
import { addressOf } from '../body/model/address';

/** What may stand in an article; the server lets through no more, and neither does this. */
const ELEMENTS = new Set([
  'p',
  'h2',
  'h3',
  'strong',
  'em',
  'a',
  'ul',
  'ol',
  'li',
  'blockquote',
  'br',
  'hr',
  'img',
  'figure',
  'figcaption',
]);
const ALIAS: Record<string, string> = { b: 'strong', i: 'em', h1: 'h2', h4: 'h3', div: 'p' };
const EMPTY = new Set(['br', 'hr']);

/** The body of an article. Its HTML is taken apart and built anew out of the few elements known here; nothing else of it reaches the page. */
export function ArticleText({ html }: { html: string }): ReactNode {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return children(parsed.body);
}

function children(of: Node): ReactNode[] {
  return [...of.childNodes].map((node, at) => <Fragment key={at}>{built(node)}</Fragment>);
}

function built(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof HTMLElement)) return null;
  const given = node.tagName.toLowerCase();
  if (given === 'script' || given === 'style') return null;
  const name = ALIAS[given] ?? given;
  if (!ELEMENTS.has(name)) return children(node);
  if (EMPTY.has(name)) return createElement(name);
  if (name === 'img') {
    const source = node.getAttribute('src') ?? '';
    if (!source.startsWith('/api/v1/media/')) return null;
    return <img src={source} alt={node.getAttribute('alt') ?? ''} loading="lazy" decoding="async" />;
  }
  if (name === 'a') {
    return (
      <a href={addressOf(node.getAttribute('href') ?? '')} target="_blank" rel="noopener noreferrer nofollow">
        {children(node)}
      </a>
    );
  }
  return createElement(name, null, ...children(node));
}
