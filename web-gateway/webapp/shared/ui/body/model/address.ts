/** The address of a link where it may be followed: a web address or one of our own article pages; anything else leads nowhere. */
export function addressOf(link: string): string | undefined {
  const own = articleOf(link);
  if (own) return `/p/${own}`;
  try {
    const { protocol } = new URL(link);
    return protocol === 'https:' || protocol === 'http:' ? link : undefined;
  } catch {
    return undefined;
  }
}

/** The id of an own article page, from its path or its address on this server. */
export function articleOf(
  link: string,
  origin = typeof location === 'undefined' ? '' : location.origin,
): string | null {
  const path = origin !== '' && link.startsWith(`${origin}/`) ? link.slice(origin.length) : link;
  return /^\/p\/([\w-]{6,64})\/?$/.exec(path)?.[1] ?? null;
}

/** The host of an address as people read it. */
export function hostOf(link: string): string {
  try {
    return new URL(link).host;
  } catch {
    return link;
  }
}

/** A phone number as a `tel:` address. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+*#]/g, '')}`;
}

/** A place as a `geo:` address (RFC 5870), which opens the device's own maps. */
export function geoOf(latitude: number, longitude: number): string {
  const at = `${round(latitude)},${round(longitude)}`;
  return `geo:${at}?q=${at}`;
}

/** About a decimetre. */
export function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
