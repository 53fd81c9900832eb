import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { CONTRACT_OPENS, opensLeft } from '../disclosure/stage-rules.ts'
import { stageThree, type StageThree } from '../disclosure/stage-three.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { groundOf } from './ground.server.ts'
import { holdPerson } from './hold-person.server.ts'
import { contractFactsOf } from './names-of.server.ts'
import type { ContractLink } from './own-stage.server.ts'

/** The link with its opening's title; both belong to the card whose holder asks. */
async function linkOf(tx: Tx, id: string): Promise<{ link: ContractLink; title: string } | null> {
  const { actor } = tx
  if (actor.kind !== 'link') notFound()
  authorise(tx, 'card.answer', { companyId: actor.companyId })
  const [row] = await tx
    .select({ link: contractLinks, title: openings.title })
    .from(contractLinks)
    .innerJoin(cards, eq(cards.id, contractLinks.cardId))
    .innerJoin(openings, eq(openings.id, cards.openingId))
    .where(and(eq(contractLinks.id, id), eq(contractLinks.cardId, actor.cardId)))
  return row ?? null
}

export type ContractState = { openingTitle: string; opensLeft: number; expiresAt: Date }

/** How often a contract's link still opens, and until when: what is read before anything is pressed. Counts nothing. */
export const contractState = (tx: Tx, id: string): Promise<ContractState | null> =>
  asOurselves(tx, async () => {
    const row = await linkOf(tx, id)
    if (!row) return null
    const { link, title } = row
    const left = opensLeft(link, await groundOf(tx, link), now())
    return { openingTitle: title, opensLeft: left, expiresAt: link.expiresAt }
  })

/**
 * Opens a contract's link once: counts it, writes it into the audit of her organisation and opens what was sent, in one
 * transaction. With the last opening what was asked for this contract alone is removed.
 * @throws DomainError gone once it does not open any more, whatever the reason.
 */
export function openContract(tx: Tx, id: string): Promise<StageThree> {
  return asOurselves(tx, async () => {
    const known = await linkOf(tx, id)
    if (!known) throw new DomainError('gone', 'stages_over')
    await holdPerson(tx, known.link)
    const theOne = and(eq(contractLinks.orgId, known.link.orgId), eq(contractLinks.id, id))
    // Of presses at one moment each counts, and none beyond the last.
    const [link] = await tx.select().from(contractLinks).where(theOne).for('update')
    const at = now()
    if (!link || opensLeft(link, await groundOf(tx, link), at) === 0)
      throw new DomainError('gone', 'stages_over')
    const shown = stageThree(known.title, link.fields, await valuesOf(tx, link))
    const opens = link.opens + 1
    const last =
      opens < CONTRACT_OPENS ? {} : { endedAt: at, endedWhy: 'opened' as const, taxCode: null, address: null }
    await tx
      .update(contractLinks)
      .set({ opens, lastOpenedAt: at, ...last })
      .where(theOne)
    await audit(tx, {
      ...{ action: 'contract.opened', subjectType: 'candidate', subjectId: link.candidateId },
      orgId: link.orgId,
    })
    return shown
  })
}

async function valuesOf(tx: Tx, link: ContractLink) {
  const key = await personKey(tx, link)
  const sealed = (column: 'tax_code' | 'address', value: Buffer | null) =>
    value && key.openIn(`contract_links.${column}`, link.id, value)
  return {
    ...(await contractFactsOf(tx, link)),
    tax_code: sealed('tax_code', link.taxCode),
    address: sealed('address', link.address),
  }
}
