import type { AppLoadContext } from '@remix-run/node'
import type { SessionView } from '#app/domain/accounts/read-session.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { readSessionCookie } from './session-cookie.server.ts'

/** What `server.ts` tells every loader and action of the request. */
export type RequestInfo = {
  nonce: string
  requestId: string
  locale: 'it' | 'en'
  /** Where the request comes from, for limits only; never logged. */
  clientAddress: string
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestInfo {}
}

const sessions = new WeakMap<AppLoadContext, Promise<SessionView>>()

/** The session behind a request, read once however many loaders ask. */
export function sessionOf(request: Request, context: AppLoadContext): Promise<SessionView> {
  let view = sessions.get(context)
  if (!view) {
    view = readSession(readSessionCookie(request))
    sessions.set(context, view)
  }
  return view
}
