/** The handle in what someone typed, pasted or scanned: "@bakery", "bakery", "https://…/@bakery", "…/a/bakery". */
export function handleIn(text: string): string {
  const trimmed = text.trim();
  const link = /\/(?:@|a\/)([a-z0-9._]{3,30})\/?(?:[?#].*)?$/i.exec(trimmed);
  if (link) return link[1]!.toLowerCase();
  return trimmed.replace(/^@/, '');
}
