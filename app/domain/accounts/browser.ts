import type { Role } from '../shared/actor.ts'

/** The browser that asks, as far as signing in is concerned. */
export type Browser = {
  /** Where it asks from, for limits only. */
  address: string
  /** Its family and system, for the list of devices. */
  device: string
  /** The session it has now, which a sign-in replaces. */
  sessionId: string | null
  /** Its mark of an earlier sign-in: see `known-device.server.ts`. */
  mark?: string | null
}

/**
 * A browser signed in: its session's token, where its role lands, and its mark where it gets one. Where `enrol`, the
 * session can do nothing yet but register a passkey.
 */
export type SignedIn = { token: string; role: Role; mark?: string; enrol?: boolean }

/** Families in the order in which their names must be looked for: each later one also says the names before it. */
const families: ReadonlyArray<[RegExp, string]> = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: ReadonlyArray<[RegExp, string]> = [
  [/Android/, 'Android'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const first = (table: ReadonlyArray<[RegExp, string]>, agent: string): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1]

/**
 * `Chrome, Android`: enough for a person to know her devices apart. The version and the rest of the header, which could
 * tell a browser from a million others, are not kept. Empty for what is neither.
 */
export const deviceOf = (userAgent: string | null): string =>
  [first(families, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean).join(', ')
