import { type Browser, deviceOf, type SignedIn } from '#app/domain/accounts/browser.ts'
import { DAY, SECOND } from '#app/domain/shared/durations.ts'
import { parseCookies, serialiseCookie } from './cookies.server.ts'
import type { Call } from './define.server.ts'
import { redirectTo } from './flash.server.ts'
import { homePath } from './home-path.ts'
import { sessionOf } from './request.server.ts'
import { safePath } from './safe-redirect.ts'
import { sessionCookie } from './session-cookie.server.ts'

const MARK = 'device'
/** Longer than a summer's leave. */
const MARK_LASTS = 90 * DAY

/** The browser behind a call, as the sign-in commands need to know it. */
export async function browserOf({ request, info }: Pick<Call, 'request' | 'info'>): Promise<Browser> {
  const { sessionId } = await sessionOf(request, info)
  const mark = parseCookies(request).get(MARK) ?? null
  return { sessionId, mark, address: info.clientAddress, device: deviceOf(request.headers.get('User-Agent')) }
}

/** The answer that gives a browser its session, or half of one, and goes on. */
export function signedIn(
  { token, mark }: Pick<SignedIn, 'token' | 'mark'>,
  to: string,
  options: { flash?: string } = {},
): Response {
  const headers: [string, string][] = [['Set-Cookie', sessionCookie(token)]]
  if (mark) headers.push(['Set-Cookie', `${serialiseCookie(MARK, mark)}; Max-Age=${MARK_LASTS / SECOND}`])
  return redirectTo(to, { ...options, headers })
}

/** The answer to whoever has proved all that was asked: on to where she was going, or first to make her passkey. */
export function letIn(session: SignedIn, asked?: string | null): Response {
  return signedIn(session, session.enrol ? '/accedi/passkey' : safePath(asked, homePath(session.role)))
}

/** The answer that takes the session from a browser, and what it may have kept of our pages. */
export const signedOut = (to: string): Response =>
  redirectTo(to, {
    headers: [
      ['Set-Cookie', sessionCookie(null)],
      ['Clear-Site-Data', '"cache", "storage"'],
    ],
  })
