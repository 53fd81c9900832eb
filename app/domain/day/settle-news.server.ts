import { and, eq, inArray } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { dayActs } from '#db/schema/day.ts'
import { proposals } from '#db/schema/proposals.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { handedOnTask } from '../follow-ups/handed-on-task.server.ts'
import { keepOwner } from '../ownership/owner-lock.server.ts'
import { DAY } from '../shared/durations.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { CardId, CompanyId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { LineRef } from './day-line.ts'
import { settleMatches } from './settle-matches.server.ts'
import type { OneLine } from './settling.ts'

/** A company that was looked at is left in peace for so long; if it still cools then, it comes back. */
const COOLS_AGAIN_AFTER = 14 * DAY

/**
 * Settles a line that is no follow-up: it leaves this person's list, until the day she puts it off to, or until
 * something new happens. Handed on, it becomes a task of the colleague; what concerns persons stays in the organisation.
 * @throws DomainError not_found for what is not hers, invalid for a day or a colleague that can't be.
 */
export async function settleNews(tx: Tx, one: OneLine): Promise<void> {
  const { actor, batchId, line, what } = one
  if (line.kind === 'match') return settleMatches(tx, one)
  const companyId = await companyBehind(tx, line)
  const at = now()
  const { act } = what
  if (act === 'postponed' && what.dueOn <= localDate(at)) {
    throw new DomainError('invalid', 'relationship_postpone_not_later', 'dueOn')
  }
  const after = act === 'handed_on' ? { taskId: await passOn(tx, line, companyId, what.to) } : null
  await tx.insert(dayActs).values({
    ...{ id: newId<string>(), batchId, userId: actor.userId, kind: line.kind, subjectId: line.id, act },
    ...{ until: act === 'postponed' ? atLocal(what.dueOn, '00:00') : backAt(line, at), before: null, after },
    at,
  })
}

const backAt = ({ kind }: LineRef, at: Date): Date | null =>
  kind === 'cooling' ? new Date(+at + COOLS_AGAIN_AFTER) : null

/** The company that a line is about. Answers and matches are her own organisation's alone. */
async function companyBehind(tx: Tx, { kind, id }: LineRef): Promise<CompanyId> {
  const { actor } = tx
  const orgId = actor.kind === 'staff' && actor.role === 'case_manager' ? actor.orgId : null
  if (kind !== 'cooling' && !orgId) notFound()
  if (kind === 'answer' && orgId) {
    const [row] = await tx
      .select({ companyId: proposals.companyId })
      .from(proposals)
      .where(and(eq(proposals.orgId, orgId), eq(proposals.cardId, id as CardId)))
    return row?.companyId ?? notFound()
  }
  const [row] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, id as CompanyId))
  return row?.id ?? notFound()
}

async function passOn(tx: Tx, line: LineRef, companyId: CompanyId, to: UserId): Promise<string> {
  await keepOwner(tx, to)
  const [colleague] = await tx
    .select({ assigneeId: users.id, assigneeOrgId: users.orgId })
    .from(users)
    .where(
      and(eq(users.id, to), eq(users.active, true), inArray(users.role, ['case_manager', 'coordinator'])),
    )
  const { actor } = tx
  const outside =
    line.kind !== 'cooling' && actor.kind === 'staff' && colleague?.assigneeOrgId !== actor.orgId
  const herself = actor.kind === 'staff' && actor.userId === to
  if (!colleague || outside || herself) {
    throw new DomainError('invalid', 'relationship_hand_on_impossible', 'to')
  }
  return handedOnTask(tx, {
    rule: `day_${line.kind}`,
    subject: { type: line.kind === 'answer' ? 'card' : 'company', id: line.id },
    companyId,
    title: `day_task_${line.kind}`,
    to: colleague,
  })
}
