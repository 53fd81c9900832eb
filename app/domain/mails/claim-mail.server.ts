import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { messageOrTask, type SentMessage } from '../follow-ups/limits.ts'
import { leavesAt } from '../follow-ups/office-hours.server.ts'
import { answersHerAct } from '../follow-ups/rules.ts'
import { WEEK } from '../shared/durations.ts'
import type { ContactId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { MailRow } from './prepare-mail.server.ts'

/** The try that now has the mail, and how long; after that it may no longer send it. */
export type Claimed = { attempt: number; until: Date }

/** A message that keeps office hours: when they begin. */
export type Waits = { opensAt: Date }

/** What came of claiming a mail: the try, or why there is none. */
export type Claim = Claimed | Waits | 'taken' | 'over_limit'

/** The automatic messages that reached, or may have reached, a contact this week. */
async function messagesThisWeek(tx: Tx, contactId: ContactId, at: Date): Promise<SentMessage[]> {
  const weekAgo = new Date(+at - WEEK)
  const rows = await tx
    .select({ sentAt: mails.sentAt, ruleKey: followUps.ruleKey })
    .from(mails)
    .innerJoin(followUps, eq(followUps.id, mails.followUpId))
    .where(
      and(
        eq(mails.contactId, contactId),
        isNotNull(mails.followUpId),
        inArray(mails.state, ['sent', 'sending', 'uncertain']),
        or(gt(mails.sentAt, weekAgo), gt(mails.createdAt, weekAgo)),
      ),
    )
  return rows.map(({ sentAt, ruleKey }) => ({ at: sentAt ?? at, answersHerAct: answersHerAct(ruleKey) }))
}

/**
 * Gives a mail to one worker for `lease` milliseconds, committed before anything is sent. Of the mails to one contact one
 * is claimed at a time, because the weekly limit counts those before it. A message by rule that comes here late, or is tried
 * again, is not given to anybody outside of office hours.
 */
export async function claimMail(tx: Tx, mail: MailRow, lease: number): Promise<Claim> {
  const at = now()
  if (mail.followUpId && mail.contactId) {
    const [planned] = await tx
      .select({ ruleKey: followUps.ruleKey })
      .from(followUps)
      .where(eq(followUps.id, mail.followUpId))
    const ruleKey = planned?.ruleKey ?? null
    const opensAt = leavesAt(ruleKey, at)
    if (opensAt > at) return { opensAt }
    await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, mail.contactId)).for('update')
    const history = await messagesThisWeek(tx, mail.contactId, at)
    const verdict = messageOrTask(history, at, answersHerAct(ruleKey))
    if (verdict === 'task') return 'over_limit'
  }
  const until = new Date(+at + lease)
  const [claimed] = await tx
    .update(mails)
    .set({ state: 'sending', attempts: sql`${mails.attempts} + 1`, leaseUntil: until })
    .where(and(eq(mails.id, mail.id), eq(mails.state, 'pending')))
    .returning({ attempt: mails.attempts })
  return claimed ? { ...claimed, until } : 'taken'
}
