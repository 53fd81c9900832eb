import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  addOrganisationSchema,
  organisationSchema,
  renameOrganisationSchema,
} from '#app/domain/accounts/organisation.schema.server.ts'
import {
  addOrganisation,
  listOrganisations,
  renameOrganisation,
  setOrganisationActive,
} from '#app/domain/accounts/organisations.server.ts'
import { places } from '#app/domain/places/places.server.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { ErrorSummary } from '#app/ui/forms/ErrorSummary.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { AddForm } from './AddForm.tsx'
import { OrganisationTable } from './OrganisationTable.tsx'

export const meta: MetaFunction = () => [{ title: `${m.admin_organisations_title()} · Passaparola` }]

export const loader = defineLoader(['admin'], async ({ tx }) => ({
  rows: await listOrganisations(tx),
  placeNames: places.map(({ name }) => name),
  constraint: getZodConstraint(addOrganisationSchema),
  formKey: newFormKey(),
}))

export const action = defineAction(['admin'], async ({ tx, form, intent, parse }) => {
  const done = (flash: string) => redirectTo('/admin/enti', { flash })
  switch (intent) {
    case 'add':
      return answerForm({ form, schema: addOrganisationSchema, intent }, async (input) => {
        await addOrganisation(tx, input)
        return done('admin_organisation_added')
      })
    case 'rename': {
      const { orgId, name } = parse(renameOrganisationSchema)
      await renameOrganisation(tx, orgId as OrganisationId, name)
      return done('admin_organisation_renamed')
    }
    case 'deactivate':
    case 'reactivate': {
      const { orgId } = parse(organisationSchema)
      await setOrganisationActive(tx, orgId as OrganisationId, intent === 'reactivate')
      return done(
        intent === 'reactivate' ? 'admin_organisation_reactivated' : 'admin_organisation_deactivated',
      )
    }
    default:
      throw new DomainError('invalid', 'account_form_unknown')
  }
})

/** The messages of a form in a row of the table, which has no room for a summary of its own. */
const linesOf = (error: Record<string, string[] | null> | null | undefined) =>
  Object.values(error ?? {}).flatMap((lines) => (lines ?? []).map((message) => ({ message })))

export default function Organisations() {
  const { rows, placeNames, constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const adding = resultFor(answer, 'add')
  return (
    <div className="stack">
      <PageHeader title={m.admin_organisations_title()} lead={m.admin_organisations_lead()} />
      {adding ? null : <ErrorSummary errors={linesOf(answer?.result.error)} />}
      <AddForm
        key={formKey}
        constraint={constraint}
        lastResult={adding}
        placeNames={placeNames}
        formKey={formKey}
      />
      <OrganisationTable rows={rows} formKey={formKey} />
    </div>
  )
}
