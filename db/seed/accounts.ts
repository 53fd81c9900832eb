import { Secret } from 'otpauth'
import { hashPassword } from '#app/domain/accounts/password.server.ts'
import { sealSeed } from '#app/domain/accounts/totp.server.ts'
import type { users } from '#db/schema/accounts.ts'
import { demoAccounts } from './demo-accounts.ts'
import type { Staff } from './organisations.ts'

type UserRow = typeof users.$inferInsert

/**
 * The accounts of the network's people. Those of the demo get their published password and a one-time seed of their
 * own, as an invitation would have given them; the others can't sign in.
 */
export const staffRows = (staff: readonly Staff[], createdAt: Date): Promise<UserRow[]> =>
  Promise.all(
    staff.map(async ({ userId: id, role, orgId, name, email }): Promise<UserRow> => {
      const row = { id, role, orgId, name, email, createdAt }
      const demo = demoAccounts.find((account) => account.email === email)
      if (!demo) return row
      return {
        ...row,
        demo: true,
        passwordHash: await hashPassword(demo.password),
        totpSecret: sealSeed(id, new Secret({ size: 20 }).base32),
      }
    }),
  )
