import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CompanyId, ContactId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import type { Role } from '#app/domain/shared/actor.ts'
import { bytes, id, instant } from './columns.ts'

export const organisations = pgTable('organisations', {
  id: id<OrganisationId>('id').primaryKey(),
  name: text('name').notNull(),
  placeCode: text('place_code').notNull(),
  active: boolean('active').notNull().default(true),
})

/** Everybody who signs in: the network's people and HR contacts. */
export const users = pgTable(
  'users',
  {
    id: id<UserId>('id').primaryKey(),
    role: text('role').$type<Role>().notNull(),
    orgId: id<OrganisationId>('org_id').references(() => organisations.id),
    companyId: id<CompanyId>('company_id'),
    contactId: id<ContactId>('contact_id'),
    name: text('name').notNull(),
    email: text('email').notNull(),
    locale: text('locale').notNull().default('it'),
    passwordHash: text('password_hash'),
    /** TOTP seed, sealed by the application secret. */
    totpSecret: bytes('totp_secret'),
    /** The last 30-second step that was accepted: a code works once. */
    totpLastStep: integer('totp_last_step'),
    active: boolean('active').notNull().default(true),
    /** Demo accounts exist outside production only. */
    demo: boolean('demo').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email), index('users_org').on(t.orgId)],
)

/** Signed-in browsers. `id` is the SHA-256 of the cookie's token, never the token. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    absoluteEndAt: instant('absolute_end_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Browser family and system, for the device list. */
    device: text('device').notNull(),
    /** False between the password and the one-time code, and until a passkey is there where the role needs one. */
    complete: boolean('complete').notNull(),
    /** The role it was opened with: another one ends it. */
    role: text('role').$type<Role>(),
    /** When a second factor was last given: see `passkey-rules.ts`. */
    factorAt: instant('factor_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Links that sign in or invite, once: only the hash of the token is kept. */
export const loginTokens = pgTable(
  'login_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: text('purpose').$type<'sign_in' | 'invite'>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('login_tokens_user').on(t.userId)],
)

/** Tries counted by rate-limiter-flexible. `key` is a keyed hash: no e-mail and no address can be read from it. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull(),
    expire: instant('expire'),
  },
  (t) => [index('rate_limits_expire').on(t.expire)],
)
