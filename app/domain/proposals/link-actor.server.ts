import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { emit } from '../outbox/emit.server.ts'
import { spendTries } from '../accounts/limits.server.ts'
import { audit } from '../audit/record.server.ts'
import { system, type LinkActor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'
import { readCardLink } from './card-link.server.ts'

async function holderOf(token: string): Promise<{ actor: LinkActor; expired: boolean }> {
  const link = readCardLink(token, now())
  if (!link) throw new DomainError('gone', 'proposals_link_altered')
  const companyId = await withActor(system('card-link'), async (tx) => {
    const [row] = await tx
      .select({ companyId: cards.companyId })
      .from(cards)
      .innerJoin(contacts, and(eq(contacts.id, link.contactId), eq(contacts.companyId, cards.companyId)))
      .where(and(eq(cards.id, link.cardId), eq(contacts.active, true)))
    return row?.companyId
  })
  if (!companyId) throw new DomainError('gone', 'proposals_link_altered')
  return {
    actor: { kind: 'link', cardId: link.cardId, contactId: link.contactId, companyId },
    expired: link.expired,
  }
}

/**
 * Who holds a card's signed link. Reading it writes nothing.
 * @throws DomainError gone for an altered link (`proposals_link_altered`) and an expired one (`proposals_link_expired`).
 */
export async function linkActor(token: string): Promise<LinkActor> {
  const { actor, expired } = await holderOf(token)
  if (expired) throw new DomainError('gone', 'proposals_link_expired')
  return actor
}

/**
 * Mails a new link to the contact of an expired one: she who asks gets nothing but the mail to the known address.
 * @throws DomainError gone for an altered link; TooManyTries, because each click is a mail to somebody else.
 */
export async function renewCardLink(token: string, address: string): Promise<void> {
  const { actor } = await holderOf(token)
  await spendTries([
    { limit: 'link', of: `${actor.cardId}:${actor.contactId}` },
    { limit: 'address', of: address },
  ])
  await withActor(actor, async (tx) => {
    await audit(tx, { action: 'card.link_renewed', subjectType: 'card', subjectId: actor.cardId })
    await emit(tx, 'card.link_renewed', { cardId: actor.cardId })
  })
}
