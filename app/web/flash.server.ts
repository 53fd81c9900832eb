import { redirect } from '@remix-run/node'
import { parseCookies, serialiseCookie } from './cookies.server.ts'
import { hasText, text } from './text.server.ts'

const NAME = 'flash'

/** The header that shows a message (by its key) on the next page. */
export const flashCookie = (key: string): string => serialiseCookie(NAME, key)

/** A redirect after a form, with a message to show there. */
export function redirectTo(
  location: string,
  options: { flash?: string; headers?: [string, string][] } = {},
): Response {
  const headers = new Headers(options.headers)
  if (options.flash) {
    headers.append('Set-Cookie', flashCookie(options.flash))
    headers.set('X-Flash', options.flash)
  }
  return redirect(location, { status: 303, headers })
}

/** The message waiting to be shown, and the header that takes it away. */
export function readFlash(request: Request): { flash: string | null; headers: HeadersInit } {
  const key = parseCookies(request).get(NAME)
  if (!key || !hasText(key)) return { flash: null, headers: {} }
  return { flash: text(key), headers: { 'Set-Cookie': serialiseCookie(NAME, null) } }
}
