import { newId, now } from '#app/platform/clock.server.ts'
import { stories } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { indexStory } from '../search/keep-index.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { companyShown } from './company-shown.server.ts'
import type { StoryFields } from './story-fields.schema.server.ts'

/**
 * Begins a story as a draft: the company its own, a case manager one for a company to approve.
 * @returns its id.
 */
export async function writeStory(tx: Tx, companyId: CompanyId, fields: StoryFields): Promise<StoryId> {
  authorise(tx, 'story.write', { companyId })
  const writtenBy = userIdOf(tx.actor)
  if (!writtenBy) throw new DomainError('forbidden', 'forbidden')
  const { shown } = await companyShown(tx, companyId)
  const id = newId<StoryId>()
  await tx.insert(stories).values({
    ...{ id, companyId, ...shown, ...valuesOf(fields) },
    ...{ state: 'draft', writtenBy, createdAt: now() },
  })
  await indexStory(tx, companyId, id)
  await audit(tx, { action: 'story.written', subjectType: 'story', subjectId: id })
  return id
}

/** The columns of a story's words; a figure left empty is not known. */
export const valuesOf = ({ quote, daysToFill, monthsRetained, ...words }: StoryFields) => ({
  ...words,
  quote: quote ?? '',
  daysToFill: daysToFill ?? null,
  monthsRetained: monthsRetained ?? null,
})
