const ANY_ORIGIN = 'http://same.invalid'

/**
 * A path of this site to go on to, or `fallback` for anything else. What the browser would read as another site
 * is refused also in disguise: `//evil.example`, `/\evil.example`, `/.//evil.example`, tabs and line breaks.
 */
export function safePath(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2_000) return fallback
  if (!URL.canParse(to, ANY_ORIGIN)) return fallback
  const url = new URL(to, ANY_ORIGIN)
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
