import { hash, verify } from '@node-rs/argon2'
import { randomToken } from '#app/platform/crypto.server.ts'

/** The package's own name for it is a `const enum`, which a compiler that sees one file at a time can't read. */
const ARGON2ID = 2

/** Argon2id with the least memory and rounds that OWASP names: 23 ms here. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** More at once would take the machine's cores from everybody else's pages. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The same password typed on two keyboards is the same password: Unicode has several spellings of `è`. */
const spelled = (password: string): string => password.normalize('NFC')

/** The hash of a password, with its parameters and its own salt in it. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(spelled(password), PARAMETERS))

let nobody: Promise<string> | undefined

/**
 * Whether a password fits a hash. Where there is none (an unknown address, an account without a password) the same
 * work is done on the hash of nobody's password, so that the time of the answer tells nothing.
 */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomToken())
  const against = stored ?? (await nobody)
  const fits = await inTurn(() => verify(against, spelled(password)))
  return fits && stored !== null
}
