import { and, eq } from 'drizzle-orm'
import { contacts } from '#db/schema/companies.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { readStageLink, type LinkedStage } from '../proposals/stage-link.server.ts'
import { system, type LinkActor } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor } from '../shared/with-actor.server.ts'

/**
 * Who holds the link of a meeting or a contract. Reading it writes nothing.
 * @throws DomainError gone for an altered link (`proposals_link_altered`) and for one of which no trace is left or whose
 * reader is with the company no more (`stages_over`).
 */
export async function stageHolder(stage: LinkedStage, token: string): Promise<LinkActor> {
  const link = readStageLink(stage, token)
  if (!link) throw new DomainError('gone', 'proposals_link_altered')
  const { id, contactId } = link
  const table = stage === 'meeting' ? meetings : contractLinks
  const row = await withActor(system('stage-link'), async (tx) => {
    const [found] = await tx
      .select({ cardId: table.cardId, companyId: table.companyId })
      .from(table)
      .innerJoin(contacts, and(eq(contacts.id, contactId), eq(contacts.companyId, table.companyId)))
      .where(and(eq(table.id, id), eq(contacts.active, true)))
    return found
  })
  if (!row) throw new DomainError('gone', 'stages_over')
  return { kind: 'link', contactId, ...row }
}

/** The row that a link is about. @throws DomainError gone as above. */
export function linkedId(stage: LinkedStage, token: string): string {
  const link = readStageLink(stage, token)
  if (!link) throw new DomainError('gone', 'proposals_link_altered')
  return link.id
}
