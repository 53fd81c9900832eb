import { mergeCompaniesSchema, unmergeSchema } from '#app/domain/merges/merge-companies.schema.server.ts'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import { unmergeCompanies } from '#app/domain/merges/unmerge-companies.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CompanyMergeId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'

/** Makes two companies one, or takes that back, and goes to the page of the one that is looked at next, below `path`. */
export async function actOnDuplicates({ tx, form, intent }: ActionCall & { tx: Tx }, path: string) {
  switch (intent) {
    case 'merge':
      return answerForm({ form, schema: mergeCompaniesSchema, intent }, async (input) => {
        await mergeCompanies(tx, input)
        return redirectTo(`${path}/${input.into}`, { flash: 'duplicates_merged' })
      })
    case 'unmerge':
      return answerForm({ form, schema: unmergeSchema, intent }, async ({ mergeId }) => {
        const restored = await unmergeCompanies(tx, mergeId as CompanyMergeId)
        return redirectTo(`${path}/${restored}`, { flash: 'duplicates_unmerged' })
      })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}
