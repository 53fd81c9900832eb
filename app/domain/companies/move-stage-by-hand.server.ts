import { eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { stageByHand } from '../trust/stages.ts'
import { lockCompany } from './lock-company.server.ts'
import type { StageMoveInput } from './move-stage-by-hand.schema.server.ts'

/**
 * Moves a company on the ladder on a person's word, with her reason.
 * @throws DomainError stale when a fact moved it meanwhile, refused where only a fact leads there.
 */
export async function moveStageByHand(tx: Tx, companyId: CompanyId, input: StageMoveInput): Promise<void> {
  const { userId } = actingStaff(tx, 'company.relate')
  const { stage } = await lockCompany(tx, companyId)
  const { from, to, reason } = input
  if (stage !== from) throw new DomainError('stale', 'relationship_stage_changed')
  const move = stageByHand(from, to, reason)
  if (!move.ok) throw new DomainError('refused', `trust_refused_${move.why}`, 'to')
  await tx.update(companies).set({ stage: to }).where(eq(companies.id, companyId))
  const change = { id: newId<string>(), companyId, fromStage: from, toStage: to, cause: 'person' }
  await tx.insert(stageChanges).values({ ...change, reason, authorId: userId, at: now() })
  await audit(tx, { action: 'company.stage_moved', subjectType: 'company', subjectId: companyId })
}
