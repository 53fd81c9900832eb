import { data } from '@remix-run/node'
import { z } from 'zod'
import { addCompanySchema } from '#app/domain/companies/add-company.schema.server.ts'
import { addCompany, similarTo } from '#app/domain/companies/add-company.server.ts'
import { finishImport } from '#app/domain/imports/finish-import.server.ts'
import { discardImport } from '#app/domain/imports/forget-imports.server.ts'
import { settleFirm } from '#app/domain/imports/settle-firm.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { chosenId, strictly } from '#app/domain/shared/form-fields.schema.server.ts'
import type { CompanyId, ImportId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'

const chooseSchema = z.strictObject({ companyId: chosenId('imports_company_unknown') }, strictly)
const nothing = z.strictObject({}, strictly)

/** Which of the file's companies a form is about: the address says it. */
function firmOf(url: URL): number {
  const asked = url.searchParams.get('azienda') ?? ''
  if (!/^\d{1,3}$/.test(asked)) throw new DomainError('not_found', 'not_found')
  return Number(asked)
}

/** What is done with a file that waits: one of its companies is decided, or all of it is confirmed or thrown away. */
export async function actOnImport(call: ActionCall & { tx: Tx }, base: string) {
  const { tx, form, intent, url } = call
  const importId = call.id<ImportId>('id')
  const page = `${base}/importa/${importId}`
  switch (intent) {
    case 'choose':
      return answerForm({ form, schema: chooseSchema, intent }, async ({ companyId }) => {
        await settleFirm(tx, importId, { firm: firmOf(url), companyId: companyId as CompanyId })
        return redirectTo(page)
      })
    case 'skip':
      await settleFirm(tx, importId, { firm: firmOf(url), companyId: null })
      return redirectTo(page)
    case 'create':
      return createFirm(call, importId, page)
    case 'confirm':
      return answerForm({ form, schema: nothing, intent }, async () => {
        const { added, known, skipped } = await finishImport(tx, importId)
        return redirectTo(`${base}/importa?aggiunti=${added}&presenti=${known}&saltati=${skipped}`)
      })
    case 'discard':
      await discardImport(tx, importId)
      return redirectTo(`${base}/importa`, { flash: 'imports_discarded' })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}

/** Writes down the company that nobody knew yet, and that the file means it. */
async function createFirm(
  { tx, form, intent, url }: ActionCall & { tx: Tx },
  importId: ImportId,
  page: string,
) {
  let askDistinct = false
  const answer = await answerForm({ form, schema: addCompanySchema, intent }, async (input) => {
    if (!input.distinct) askDistinct = (await similarTo(tx, input)).length > 0
    const companyId = await addCompany(tx, input)
    await settleFirm(tx, importId, { firm: firmOf(url), companyId })
    return redirectTo(page, { flash: 'relationship_new_added' })
  })
  return answer instanceof Response ? answer : data({ ...answer.data, askDistinct }, answer.init ?? undefined)
}
