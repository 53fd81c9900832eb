import { getZodConstraint } from '@conform-to/zod/v4'
import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { demoAllowed } from '#app/domain/accounts/demo.server.ts'
import { signUpCompanySchema } from '#app/domain/companies/sign-up-company.schema.server.ts'
import { signUpCompany } from '#app/domain/companies/sign-up-company.server.ts'
import { exampleVatId } from '#app/domain/companies/vat-id.server.ts'
import { places } from '#app/domain/places/places.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { SignUpForm } from './SignUpForm.tsx'

export const meta: MetaFunction = () => [
  { title: `${m.account_sign_up_title()} · Passaparola` },
  { name: 'description', content: m.account_sign_up_lead() },
]

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders

export const loader = defineLoader('everyone', async ({ info }) => ({
  constraint: getZodConstraint(signUpCompanySchema),
  sectors: sectors.map((sector) => ({ value: sector.code, label: sector[info.locale] })),
  placeNames: places.map(({ name }) => name),
  exampleVatId: demoAllowed() ? exampleVatId() : null,
}))

export const action = definePlainAction('everyone', ({ form, info }) =>
  answerForm({ form, schema: signUpCompanySchema, intent: 'sign_up' }, async (values) => {
    await signUpCompany({ ...values, locale: info.locale }, info.clientAddress)
    return redirectTo('/iscrizione/inviata')
  }),
)

export default function SignUp() {
  const { constraint, sectors, placeNames, exampleVatId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="form-page">
      <PageHeader title={m.account_sign_up_title()} lead={m.account_sign_up_lead()} />
      <SignUpForm
        constraint={constraint}
        lastResult={answer?.result}
        sectors={sectors}
        placeNames={placeNames}
        exampleVatId={exampleVatId}
      />
    </div>
  )
}
