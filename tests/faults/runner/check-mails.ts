import { and, eq, isNotNull, lt } from 'drizzle-orm'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { holds, type Invariant } from './invariant.ts'
import type { Kept } from './scripted-smtp.ts'

const IN_TIME = 15 * MINUTE

export type MailFigures = {
  sent: number
  taken: number
  uncertain: number
  secondCopies: number
  slowestTask: number
}

/**
 * No mail is at the server twice, but for a link that lets somebody in, of which there may be a second copy after a doubt.
 * What was recorded as sent is there. Whatever may not have arrived has a person who was asked to see to it in time.
 */
export async function checkMails(
  kept: readonly Kept[],
): Promise<{ invariants: Invariant[]; figures: MailFigures }> {
  return withActor(system('faults'), async (tx) => {
    const rows = await tx.select().from(mails)
    const tasks = await tx.select().from(followUps).where(isNotNull(followUps.ruleKey))
    const dead = new Set(
      (await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.state, 'dead'))).map(({ id }) => id),
    )
    const copies = new Map<string, number>()
    for (const { messageId } of kept) copies.set(messageId, (copies.get(messageId) ?? 0) + 1)
    const copiesOf = (row: (typeof rows)[number]) => copies.get(row.messageId) ?? 0
    const twice = rows.filter((row) => copiesOf(row) > (row.class === 'security' ? 2 : 1))
    const missing = rows.filter((row) => row.state === 'sent' && copiesOf(row) === 0)
    const unknown = [...copies.keys()].filter((id) => !rows.some((row) => row.messageId === id))
    const open = rows.filter(({ state }) => state === 'pending' || state === 'sending')
    const troubled = rows.filter(({ state }) => state === 'uncertain' || state === 'failed')
    const taskOf = ({ state, companyId, subjectId }: (typeof rows)[number]) =>
      tasks.find(
        (task) =>
          task.ruleKey === (state === 'uncertain' ? 'mail_uncertain' : 'mail_refused') &&
          task.companyId === companyId &&
          (task.subjectId === subjectId || task.subjectId === companyId),
      )
    const silent = troubled.filter((row) =>
      row.companyId === null ? !dead.has(row.outboxId) : taskOf(row) === undefined,
    )
    const waits = troubled.flatMap((row) => {
      const task = taskOf(row)
      return task ? [+task.createdAt - +row.createdAt] : []
    })
    const named = (list: typeof rows) => list.map(({ template, messageId }) => `${template} ${messageId}`)
    return {
      invariants: [
        holds('no mail arrived twice', kept.length, named(twice)),
        holds('what was recorded as sent has arrived', rows.length, named(missing)),
        holds('the server has nothing that we do not know of', kept.length, unknown),
        holds('no mail is left half way', rows.length, named(open)),
        holds('nothing is silent: whoever must see to a mail was asked', troubled.length, named(silent)),
        holds(
          'she was asked within 15 minutes',
          waits.length,
          waits.filter((wait) => wait > IN_TIME).map((wait) => `${String(Math.round(wait / 1000))} s`),
        ),
      ],
      figures: {
        sent: rows.filter(({ state }) => state === 'sent').length,
        taken: kept.length,
        uncertain: rows.filter(({ state }) => state === 'uncertain').length,
        secondCopies: rows.filter((row) => copiesOf(row) === 2).length,
        slowestTask: Math.max(0, ...waits),
      },
    }
  })
}

/** The event that waited longest from when it was last due until it was over. While workers die faster than they work, that grows. */
export type LongestWait = { ms: number; topic: string; tries: number }

/** @returns that event; one of no length when there was none. */
export async function longestWait(): Promise<LongestWait> {
  return withActor(system('faults'), async (tx) => {
    const rows = await tx
      .select({ due: outbox.availableAt, done: outbox.doneAt, topic: outbox.topic, tries: outbox.attempts })
      .from(outbox)
      .where(and(isNotNull(outbox.doneAt), lt(outbox.attempts, 13)))
    return rows
      .map(({ due, done, topic, tries }) => ({ ms: done ? +done - +due : 0, topic, tries }))
      .reduce((one, other) => (other.ms > one.ms ? other : one), { ms: 0, topic: '', tries: 0 })
  })
}
