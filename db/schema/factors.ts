import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { UserId } from '#app/domain/shared/ids.ts'
import { users } from './accounts.ts'
import { bytes, id, instant } from './columns.ts'

/** Passkeys of accounts. `id` is the credential's own, in base64url; the private key never leaves its device. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    publicKey: bytes('public_key').notNull(),
    /** The last signature's number; a lower one tells of a copy. Synchronised passkeys always say 0. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** Browser family and system that made it, for the list. */
    device: text('device').notNull(),
    lastUsedAt: instant('last_used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('passkeys_user').on(t.userId)],
)

/** Challenges that a passkey has answered, until they would have ended anyway: none is answered twice. */
export const spentChallenges = pgTable(
  'spent_challenges',
  { hash: text('hash').primaryKey(), expiresAt: instant('expires_at').notNull() },
  (t) => [index('spent_challenges_end').on(t.expiresAt)],
)

/** Codes on paper for whoever has lost her devices, each good for once; kept as hashes of a slow kind. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The digit that a code begins with. */
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.number] })],
)
