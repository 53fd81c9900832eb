import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from './errors.ts'
import { coversAction, coversIndex, isGlobal, type Key, type KeyRing } from './keys.ts'

/** Who asks: what may be seen and done. */
export type Caller = {
  mayUse: (uid: string) => boolean
  can: (action: string) => boolean
  /** The filter that a tenant token puts before every search of an index. */
  enforced: (uid: string) => unknown
}

const rule = z.object({ filter: z.unknown().optional() }).nullable()
const claims = z.object({
  searchRules: z.union([z.array(z.string()), z.record(z.string(), rule)]),
  apiKeyUid: z.guid(),
  exp: z.number().nullish(),
})
type Claims = z.infer<typeof claims>

const invalid = (message = 'The provided API key is invalid.'): Refusal =>
  new Refusal('invalid_api_key', message)

const HASHES: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }

const part = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return null
  }
}

/** Reads a tenant token: null when it is none, an error when it is one that does not hold. */
function readToken(token: string, keys: readonly Key[]): { key: Key; claims: Claims } | null {
  const [head = '', body = '', signature = '', more] = token.split('.')
  const read = claims.safeParse(part(body))
  if (more !== undefined || !read.success) return null
  const hash = HASHES[(part(head) as { alg?: string } | null)?.alg ?? '']
  const key = keys.find(({ uid }) => uid === read.data.apiKeyUid)
  if (!hash || !key) throw invalid()
  const expected = createHmac(hash, key.key).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw invalid('Could not decode tenant token, InvalidSignature.')
  }
  const { exp } = read.data
  if (typeof exp === 'number' && Date.now() / 1000 > exp) throw invalid('Tenant token expired.')
  return { key, claims: read.data }
}

/** The rule of the most precise pattern that covers an index. */
function ruleOf(rules: Claims['searchRules'], uid: string): z.infer<typeof rule> {
  if (Array.isArray(rules)) return null
  const patterns = Object.keys(rules).filter((pattern) => coversIndex([pattern], uid))
  const best = patterns.sort((a, b) => Number(b === uid) - Number(a === uid) || b.length - a.length)[0]
  return best === undefined ? null : (rules[best] ?? null)
}

const EVERYTHING: Caller = { mayUse: () => true, can: () => true, enforced: () => null }

function holderOf(key: Key): Caller {
  return {
    mayUse: (uid) => coversIndex(key.indexes, uid),
    can: (action) => coversAction(key.actions, action),
    enforced: () => null,
  }
}

function callerOf(token: string, ring: KeyRing, action: string): Caller & { key?: Key } {
  if (token === ring.master) return EVERYTHING
  // Only searching is ever done with a tenant token.
  const tenant = action === 'search' ? readToken(token, ring.keys) : null
  const key = tenant?.key ?? ring.keys.find((one) => one.key === token)
  if (!key || (key.expiresAt && key.expiresAt < new Date())) throw invalid()
  const holder = holderOf(key)
  if (!tenant) return { ...holder, key }
  const { searchRules } = tenant.claims
  const patterns = Array.isArray(searchRules) ? searchRules : Object.keys(searchRules)
  return {
    ...holder,
    key,
    mayUse: (uid) => holder.mayUse(uid) && coversIndex(patterns, uid),
    enforced: (uid) => ruleOf(searchRules, uid)?.filter ?? null,
  }
}

/**
 * Says who asks, by the header of the request.
 * @param indexUid - the index of the address, if there is one
 * @throws Refusal `missing_authorization_header`, or `invalid_api_key` when the key may not do that, or not there.
 */
export function authorise(
  header: string | undefined,
  ring: KeyRing,
  action: string,
  indexUid: string | null,
): Caller {
  const [scheme, token] = (header ?? '').split(' ', 2)
  if (scheme !== 'Bearer') {
    throw new Refusal(
      'missing_authorization_header',
      'The Authorization header is missing. It must use the bearer authorization method.',
    )
  }
  const caller = callerOf(token ?? '', ring, action)
  if (!caller.can(action)) throw invalid()
  if (isGlobal(action) && caller.key && !caller.key.indexes.includes('*')) throw invalid()
  if (indexUid !== null && !caller.mayUse(indexUid))
    throw invalid(`The API key cannot acces the index \`${indexUid}\`.`)
  return caller
}
