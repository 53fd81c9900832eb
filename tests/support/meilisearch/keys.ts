import { createHmac, randomUUID } from 'node:crypto'
import { Refusal } from './errors.ts'
import { type KeyCreate } from './requests.ts'

export type Key = Omit<KeyCreate, 'uid' | 'expiresAt'> & {
  uid: string
  key: string
  expiresAt: Date | null
  createdAt: Date
}

/** Actions on the whole server, which a key for some indexes cannot have. */
const GLOBAL = /^(version|tasks\.compact|(dumps|snapshots|metrics|keys|experimental|network)\..+)$/

export class KeyRing {
  readonly keys: Key[] = []

  constructor(readonly master: string) {
    this.create({ name: 'Default Search API Key', actions: ['search'], indexes: ['*'], expiresAt: null })
    this.create({ name: 'Default Admin API Key', actions: ['*'], indexes: ['*'], expiresAt: null })
  }

  /** A key is made of its id and the master key, so that the same id always has the same key. */
  create(asked: KeyCreate): Key {
    const uid = asked.uid ?? randomUUID()
    if (this.keys.some((key) => key.uid === uid)) {
      throw new Refusal(
        'api_key_already_exists',
        `\`uid\` field value \`${uid}\` is already an existing API key.`,
      )
    }
    if (!asked.indexes.includes('*') && asked.actions.some((action) => GLOBAL.test(action))) {
      throw new Refusal(
        'index_scoped_api_key_with_global_action',
        'An index-scoped key cannot have global actions.',
      )
    }
    const expiresAt = asked.expiresAt === null ? null : new Date(asked.expiresAt)
    if (expiresAt && expiresAt < new Date()) {
      throw new Refusal('invalid_api_key_expires_at', '`expiresAt` must be in the future.')
    }
    const key = createHmac('sha256', this.master).update(uid).digest('hex')
    const made = { ...asked, uid, key, expiresAt, createdAt: new Date() }
    this.keys.push(made)
    return made
  }

  find(keyOrUid: string): Key {
    const found = this.keys.find(({ key, uid }) => key === keyOrUid || uid === keyOrUid)
    if (!found) throw new Refusal('api_key_not_found', `API key \`${keyOrUid}\` not found.`)
    return found
  }

  remove(keyOrUid: string): void {
    this.keys.splice(this.keys.indexOf(this.find(keyOrUid)), 1)
  }
}

export const keyView = ({ name, description, key, uid, actions, indexes, expiresAt, createdAt }: Key) => ({
  ...{ name: name ?? null, description: description ?? null, key, uid, actions, indexes },
  ...{ expiresAt: expiresAt?.toISOString() ?? null, createdAt: createdAt.toISOString() },
  updatedAt: createdAt.toISOString(),
})

const matches = (pattern: string, uid: string): boolean =>
  pattern.endsWith('*') ? uid.startsWith(pattern.slice(0, -1)) : pattern === uid

export const coversIndex = (patterns: readonly string[], uid: string): boolean =>
  patterns.some((pattern) => matches(pattern, uid))

/** Whether a key's list of actions has this one, by name or by a star. */
export const coversAction = (actions: readonly string[], action: string): boolean =>
  actions.some(
    (one) => one === '*' || one === action || (one.endsWith('.*') && action.startsWith(one.slice(0, -1))),
  )

export const isGlobal = (action: string): boolean => GLOBAL.test(action)
