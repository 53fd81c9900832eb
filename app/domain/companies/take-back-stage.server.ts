import { desc, eq } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { stageFromFact, type StageFact, type TrustStage } from '../trust/stages.ts'
import { provenBy } from './interaction-kinds.ts'
import { hasIntroduced } from './thank-referrers.server.ts'

/**
 * Takes a company back down the step of the ladder that a contact, with it or with one that it introduced, proved, now that
 * the contact is gone, as far as no other one proves it too. A step that was followed by another is history and stays: whoever knows better moves the
 * company by hand.
 */
export async function takeBackStage(tx: Tx, companyId: CompanyId, interactionId: string): Promise<void> {
  const [last] = await tx
    .select()
    .from(stageChanges)
    .where(eq(stageChanges.companyId, companyId))
    .orderBy(desc(stageChanges.at), desc(stageChanges.id))
    .limit(1)
  if (last?.interactionId !== interactionId) return
  const facts =
    last.cause === INTRODUCED ? await ofIntroduced(tx, companyId) : await ofContacts(tx, companyId)
  const to = facts.reduce(stageFromFact, last.fromStage as TrustStage)
  if (to === last.toStage) return
  await tx.update(companies).set({ stage: to }).where(eq(companies.id, companyId))
  const change = { id: newId<string>(), companyId, fromStage: last.toStage, toStage: to, cause: 'taken_back' }
  await tx.insert(stageChanges).values({ ...change, authorId: userIdOf(tx.actor), at: now() })
  await audit(tx, { action: 'company.stage_moved', subjectType: 'company', subjectId: companyId })
}

const INTRODUCED: StageFact = 'referral_contacted'

const ofIntroduced = async (tx: Tx, companyId: CompanyId): Promise<StageFact[]> =>
  (await hasIntroduced(tx, companyId)) ? [INTRODUCED] : []

async function ofContacts(tx: Tx, companyId: CompanyId): Promise<StageFact[]> {
  const remaining = await tx
    .selectDistinct({ kind: interactions.kind, outcome: interactions.outcome })
    .from(interactions)
    .where(eq(interactions.companyId, companyId))
  return remaining.flatMap(({ kind, outcome }) => provenBy(kind, outcome) ?? [])
}
