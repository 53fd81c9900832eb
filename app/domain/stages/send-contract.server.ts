import { newId, now } from '#app/platform/clock.server.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { audit } from '../audit/record.server.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { endStages } from '../cards/end-stages.server.ts'
import { CONTRACT_LIFE, mayContract } from '../disclosure/stage-rules.ts'
import { contractFields, type ContractField } from '../disclosure/stage-three.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { agreedTo } from './agreed-to.server.ts'
import { contractFactsOf } from './names-of.server.ts'
import { contractRefusal, ownStage } from './own-stage.server.ts'
import type { ContractForm } from './send-contract.schema.server.ts'

/** What she is told of a contract: with whom, for what, and exactly what would be sent. */
export type ContractAsked = { company: string; opening: string; fields: readonly ContractField[] }
export type ContractWording = (asked: ContractAsked) => string[]

/**
 * Sends a company what a contract with somebody of one's own organisation needs (stage 3), behind a link of seven days
 * and three openings; in place of the one that stood, if one did. Whoever calls has asked for a fresh second factor.
 * @throws DomainError not_found for another organisation's card, refused where the card is not that far or it is not
 * safe (never why), stale where she agreed to other words, invalid where her file lacks what was chosen.
 */
export async function sendContract(
  tx: Tx,
  cardId: CardId,
  { fields: chosen, taxCode, address }: ContractForm,
  wording: ContractWording,
): Promise<void> {
  const own = await ownStage(tx, cardId)
  const { person, companyId, company, opening, ground, meeting, link, actor } = own
  const at = now()
  const refusal = contractRefusal(own, at)
  if (refusal) throw new DomainError('refused', refusal)
  const fields = contractFields.filter(
    (field) => field === 'full_name' || chosen.some((one) => one === field),
  )
  await agreedTo(tx, 'contract', own, wording({ company, opening: opening.title, fields }))
  if (!mayContract(ground, meeting, at)) throw new DomainError('refused', 'stages_no_consent')
  const facts: Partial<Record<ContractField, string | null>> = {
    ...(await contractFactsOf(tx, person)),
    ...{ tax_code: taxCode, address },
  }
  if (fields.some((field) => !facts[field])) throw new DomainError('invalid', 'stages_fact_missing', 'fields')

  if (link) await endStages(tx, { cardIds: [cardId], why: 'replaced', only: 'contract' })
  const id = newId<string>()
  const key = await personKey(tx, person)
  const seal = (column: 'tax_code' | 'address') =>
    fields.includes(column) ? key.sealIn(`contract_links.${column}`, id, facts[column] ?? '') : null
  await tx.insert(contractLinks).values({
    ...{ ...person, id, cardId, companyId, fields, taxCode: seal('tax_code'), address: seal('address') },
    ...{ checkedBy: actor.userId, sentBy: actor.userId, sentAt: at },
    expiresAt: new Date(+at + CONTRACT_LIFE),
  })
  const about = { subjectType: 'candidate', subjectId: person.candidateId }
  await audit(tx, { ...about, action: 'contract.safety_checked' })
  await audit(tx, { ...about, action: 'contract.sent' })
  await emit(tx, 'contract.sent', { cardId })
}

/** Ends a contract's link at once. @throws DomainError not_found as above, conflict where none stands. */
export async function revokeContract(tx: Tx, cardId: CardId): Promise<void> {
  const { link } = await ownStage(tx, cardId)
  if (!link) throw new DomainError('conflict', 'stages_link_gone')
  await endStages(tx, { cardIds: [cardId], why: 'by_hand', only: 'contract' })
}
