import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal } from '../calendar/rome.ts'
import { liveCards, withdrawLive } from '../cards/live-cards.server.ts'
import { cancelStoppedBy } from '../follow-ups/cancel-stopped-by.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { keepScore } from '../trust/keep-score.server.ts'
import { standingOf } from '../trust/standing-of.ts'
import { standingMove, type StandingMover } from '../trust/standing.ts'
import type { StandingChange } from './change-standing.schema.server.ts'
import { lockCompany } from './lock-company.server.ts'

const AUDITED = {
  paused: 'company.paused',
  do_not_contact: 'company.do_not_contact',
  open: 'company.reopened',
} as const

/**
 * Pauses a company until a day, closes it to every contact, or opens it again. What was planned and may not happen any
 * more is cancelled in the same transaction, and a company closed to every contact reads no card any more; the reason stays in the company's history, on an unchanged rung.
 * @throws DomainError refused where this actor may not, conflict where it stands there already.
 */
export async function changeStanding(tx: Tx, companyId: CompanyId, input: StandingChange): Promise<void> {
  const actor = actingStaff(tx, 'company.relate')
  const company = await lockCompany(tx, companyId)
  const at = now()
  const from = standingOf(company, at)
  const { standing: to, reason } = input
  const move = standingMove(from, to, actor.role as StandingMover, reason)
  if (!move.ok) {
    const code = move.why === 'not_a_move' ? 'conflict' : 'refused'
    throw new DomainError(code, `trust_refused_${move.why}`, 'standing')
  }
  const pausedUntil = pauseEnd(input, at)
  await tx
    .update(companies)
    .set({ doNotContact: to === 'do_not_contact', pausedUntil })
    .where(eq(companies.id, companyId))
  const { stage } = company
  const change = { id: newId<string>(), companyId, fromStage: stage, toStage: stage, cause: to, reason }
  const until = to === 'paused' ? pausedUntil : null
  await tx.insert(stageChanges).values({ ...change, until, authorId: actor.userId, at })
  await audit(tx, { action: AUDITED[to], subjectType: 'company', subjectId: companyId })
  if (to === 'paused') await cancelStoppedBy(tx, companyId, 'company_paused')
  if (to === 'do_not_contact') {
    await withdrawLive(tx, await liveCards(tx, eq(cards.companyId, companyId)))
    await cancelStoppedBy(tx, companyId, 'do_not_contact')
  }
  await keepScore(tx, companyId)
  // Opened again, it is planned at once and not with the next morning.
  await emit(tx, 'company.plan_due', { companyId })
}

/** What is opened by hand was paused until this moment: the silence that was agreed on still costs nothing. */
function pauseEnd({ standing, until }: StandingChange, at: Date): Date | null {
  if (standing === 'do_not_contact') return null
  return standing === 'paused' && until ? atLocal(until, '08:30') : at
}
