import { redirect } from '@remix-run/node'
import { isFresh } from '#app/domain/accounts/passkey-rules.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from './define.server.ts'
import { sessionOf } from './request.server.ts'

type Asked = Pick<Call, 'request' | 'info' | 'url'>

export const CONFIRM_PATH = '/account/conferma'

/** Whether the second factor behind a call was given in the last ten minutes. */
export async function hasFreshFactor({ request, info }: Pick<Asked, 'request' | 'info'>): Promise<boolean> {
  return isFresh((await sessionOf(request, info)).factorAt, now())
}

/** Where a second factor is asked for once more, on the way to `path`. */
export const confirmPath = (path: string): string => `${CONFIRM_PATH}?a=${encodeURIComponent(path)}`

/**
 * For what must not be had with a computer left open, or a cookie that was taken: exports, a person's identity, a broken
 * glass, one's own passkeys and password (ASVS 7.5). Loaders and actions call it first; whoever gave a second factor more
 * than ten minutes ago is asked for it once more, and comes back to `back`: the page itself, unless it has none.
 * @throws Response to the page that asks.
 */
export async function requireFreshFactor(call: Asked, back?: string): Promise<void> {
  if (await hasFreshFactor(call)) return
  const { pathname, search } = call.url
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw redirect(confirmPath(back ?? pathname.replace(/\.data$/, '') + search), 303)
}
