import { now } from '#app/platform/clock.server.ts'
import { addresseeById } from '../accounts/find-account.server.ts'
import { issueLoginToken } from '../accounts/login-tokens.server.ts'
import { isAuditBroken } from '../audit/audit-overview.server.ts'
import { HOUR } from '../shared/durations.ts'
import type { EventId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { digestCount } from '../standing/digests.server.ts'
import { addresses } from './addresses.server.ts'
import { colleagueLetter } from './event-letters.server.ts'
import type { OwnLetter, Template } from './letters.ts'
import { recipientOf, type Prepared } from './recipient.ts'
import { stop } from './stop.ts'

/** Who asked for a link and got none for so long has asked again, or found another way. */
const SIGN_IN_WAITS = HOUR

/** `subjectId` is what it is about, where it is about anything but the account itself. */
type Mail = { template: Template; userId: UserId; createdAt: Date; subjectId: string | null }

/** A mail to somebody with an account. The token of a link is made here: the mail alone ever holds it. */
export async function accountLetter(tx: Tx, mail: Mail): Promise<Prepared> {
  const { template, userId, createdAt, subjectId } = mail
  const account = await addresseeById(tx, userId)
  if (!account) return stop('account_closed')
  if (template === 'event_for_colleagues' && subjectId) {
    const about = await colleagueLetter(tx, subjectId as EventId, account)
    return 'stop' in about ? about : { letter: about, recipient: recipientOf(account, null) }
  }
  const letter = await letterOf(tx, template, { userId, orgId: account.orgId }, createdAt)
  if ('stop' in letter) return letter
  return { letter, recipient: recipientOf(account, null) }
}

async function letterOf(
  tx: Tx,
  template: Template,
  { userId, orgId }: { userId: UserId; orgId: OrganisationId | null },
  createdAt: Date,
): Promise<OwnLetter | { stop: string }> {
  switch (template) {
    case 'sign_in_link': {
      if (now().getTime() - createdAt.getTime() > SIGN_IN_WAITS) return stop('too_late')
      return { template, facts: { link: addresses.signIn(await issueLoginToken(tx, userId, 'sign_in')) } }
    }
    case 'company_welcome':
      return { template, facts: { link: addresses.signIn(await issueLoginToken(tx, userId, 'sign_in')) } }
    case 'invite':
      return { template, facts: { link: addresses.invite(await issueLoginToken(tx, userId, 'invite')) } }
    case 'factors_changed':
      return { template, facts: { link: addresses.security() } }
    case 'new_matches': {
      const count = orgId ? await digestCount(tx, { userId, orgId }) : 0
      return count > 0 ? { template, facts: { link: addresses.newMatches(), count } } : stop('nothing_new')
    }
    case 'staff_notice':
      return { template, facts: { link: addresses.desk() } }
    case 'audit_broken':
      return (await isAuditBroken(tx))
        ? { template, facts: { link: addresses.queue() } }
        : stop('nothing_new')
    case 'unusual_reading':
      return { template, facts: { link: addresses.readingNotices() } }
    case 'glass_asked':
      return { template, facts: { link: addresses.glass() } }
    case 'glass_broken':
      return { template, facts: { link: addresses.desk() } }
    case 'people_quiet':
      return { template, facts: { link: addresses.quietPeople() } }
    default:
      return stop('no_reason')
  }
}
