import { AT_MOST, OPEN_WITHIN } from '#app/domain/visits/visit-lengths.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { parseCookies, serialiseCookie } from '../cookies.server.ts'

/** Neutral names: a cookie list says nothing either. */
const DOOR = 'door'
const PAGE = 'page'
/** On the case manager's own screen, until the link is opened or over. */
const SHOWN = 'shown'

const kept = (name: string, value: string | null, lasts: number): string =>
  value === null ? serialiseCookie(name, null) : `${serialiseCookie(name, value)}; Max-Age=${lasts / SECOND}`

export const readDoor = (request: Request): string | null => parseCookies(request).get(DOOR) ?? null
export const doorCookie = (token: string | null): string => kept(DOOR, token, OPEN_WITHIN)

export const readPage = (request: Request): string | null => parseCookies(request).get(PAGE) ?? null
export const pageCookie = (secret: string | null): string => kept(PAGE, secret, AT_MOST)

export const readShown = (request: Request): string | null => parseCookies(request).get(SHOWN) ?? null
export const shownCookie = (token: string | null): string => kept(SHOWN, token, OPEN_WITHIN)
