import { parseCookies, serialiseCookie } from './cookies.server.ts'

const NAME = 'session'

/** The session token that the browser sent, or null. */
export const readSessionCookie = (request: Request): string | null => parseCookies(request).get(NAME) ?? null

/** The header that gives the browser its session token, or takes it away with `null`. */
export const sessionCookie = (token: string | null): string => serialiseCookie(NAME, token)
