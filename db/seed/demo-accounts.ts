import type { Role } from '#app/domain/shared/actor.ts'
import accounts from './demo-accounts.json'

/** An account that a newcomer tries the product with. Contacts of companies sign in by a link and have no password. */
export type DemoAccount = { role: Role; name: string; email: string; password: string }

/** The accounts that `npm start` prints. */
export const demoAccounts = accounts as readonly DemoAccount[]
