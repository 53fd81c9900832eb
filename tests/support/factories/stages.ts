import type { CandidateId, CardId, CompanyId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'

type Of = { orgId: OrganisationId; candidateId: CandidateId; cardId: CardId; companyId: CompanyId }

/** A meeting and a contract's link of a card, as rows alone. */
export async function stageRows(tx: Tx, of: Of): Promise<void> {
  const [by, at] = [newId<UserId>(), now()]
  const stage = { ...of, id: newId<string>(), checkedBy: by }
  await tx.insert(meetings).values({
    ...{ ...stage, nameShown: 'first_name', place: 'by_phone', startsAt: at },
    ...{ arrangedBy: by, arrangedAt: at },
  })
  await tx
    .insert(contractLinks)
    .values({ ...stage, fields: ['full_name'], sentBy: by, sentAt: at, expiresAt: at })
}
