import { isLeaked } from './leaked-passwords.server.ts'
import { type PasswordFault, passwordFault, spellingsOf } from './password-rules.ts'

/**
 * Judges a new password by the rules and by the lists of leaked ones, also where figures or signs were put before or
 * behind one, or stand for its letters.
 */
export const judgePassword = (password: string, about: readonly string[]): PasswordFault | null =>
  passwordFault(password, about) ??
  (isLeaked([password.toLowerCase(), ...spellingsOf(password)]) ? 'account_password_common' : null)
