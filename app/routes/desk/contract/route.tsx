import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { openingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { pressSchema } from '#app/domain/stages/arrange-meeting.schema.server.ts'
import { sendContractSchema } from '#app/domain/stages/send-contract.schema.server.ts'
import { revokeContract, sendContract } from '#app/domain/stages/send-contract.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { ConsentForm } from '#app/ui/matching/ConsentForm.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PressForm } from '#app/ui/stages/PressForm.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { contractWording } from '#app/web/stages/wordings.server.ts'
import { CHOSEN, contractView, fieldsAsked, type ContractView } from './contract-view.server.ts'
import { SendForm } from './SendForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.stages_contract()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => {
  const view = await contractView(call)
  // Whoever is on the way to sending gives her factor before she types, not after.
  if (fieldsAsked(call.url)) await requireFreshFactor(call)
  return { ...view, chosenName: CHOSEN }
})

export const action = defineAction(['case_manager'], async (call) => {
  const { tx, form, intent, id, url, actor } = call
  const cardId = id<CardId>('cardId')
  if (intent === 'send')
    return answerForm(
      { form, schema: sendContractSchema, intent, secrets: ['taxCode', 'address'] },
      async (input) => {
        await requireFreshFactor(call)
        await sendContract(tx, cardId, input, contractWording)
        return redirectTo(url.pathname, { flash: 'stages_sent' })
      },
    )
  if (intent === 'revoke')
    return answerForm({ form, schema: pressSchema, intent }, async () => {
      await revokeContract(tx, cardId)
      return redirectTo(url.pathname, { flash: 'stages_revoked' })
    })
  if (intent === 'consent')
    return answerForm({ form, schema: openingConsentSchema, intent }, async ({ read, ...said }) => {
      const { asked, candidateId, companyId } = await contractView(call)
      if (!asked || read !== asked.seen) throw new DomainError('stale', 'proposals_words_changed')
      await recordConsent(tx, {
        ...{ ...said, orgId: ownOrganisation(actor), candidateId },
        ...{ purpose: 'contract', subjectId: companyId, textShown: asked.words },
        about: { cardId, sameWords: asked.hashes },
      })
      return redirectTo(url.pathname + url.search, { flash: 'proposals_consent_recorded' })
    })
  throw new DomainError('invalid', 'stages_form_unknown')
})

/** Whoever is told that something changed meanwhile sees it as it is now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function ContractPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { code, company, openingId, openingTitle, candidateId, refusal, asked, link } = view
  const resultOf = (intent: string) => resultFor(answer, intent)
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: `/lavoro/opportunita/${openingId}`, label: openingTitle },
          { to: `/lavoro/opportunita/${openingId}/proposta/${candidateId}`, label: code },
          { label: m.stages_contract() },
        ]}
      />
      <PageHeader
        eyebrow={m.stages_lead({ company, opening: openingTitle })}
        title={m.stages_contract_title({ code })}
        lead={m.stages_contract_lead()}
      />
      {link ? <Standing link={link} formKey={view.formKey} lastResult={resultOf('revoke')} /> : null}
      {refusal ? (
        <Notice tone="info" title={m.stages_not_yet_title()}>
          {refusal}
        </Notice>
      ) : (
        <>
          <Choose view={view} chosenName={view.chosenName} />
          {asked ? (
            <>
              <ConsentForm
                constraint={view.constraints.consent}
                formKey={view.formKey}
                text={asked.words}
                consent={asked.consent}
                seen={asked.seen}
                labels={{
                  title: m.stages_contract_consent(),
                  given: m.stages_contract_given(),
                  refused: m.stages_contract_refused(),
                }}
                lastResult={resultOf('consent')}
              />
              <SendForm view={view} lastResult={resultOf('send')} />
            </>
          ) : null}
        </>
      )}
    </div>
  )
}

/** What the contract needs: nothing is ticked beforehand. */
function Choose({ view: { choices, chosen }, chosenName }: { view: ContractView; chosenName: string }) {
  return (
    <Card as="section" title={m.stages_fields_title()}>
      <Form method="get" preventScrollReset>
        <input type="hidden" name={chosenName} value="1" />
        <CheckboxGroup
          key={chosen?.join()}
          name="dato"
          unmarked
          legend={m.stages_contract()}
          hint={m.stages_fields_hint()}
          options={choices}
          defaultValues={chosen ?? []}
        />
        <Button variant={chosen ? 'secondary' : 'primary'}>{m.stages_fields_submit()}</Button>
      </Form>
    </Card>
  )
}

type StandingProps = {
  link: NonNullable<ContractView['link']>
  formKey: string
  lastResult: Parameters<typeof PressForm>[0]['lastResult']
}

/** The link that stands: what it opens, how often it did, and the button that closes it. */
function Standing({ link, formKey, lastResult }: StandingProps) {
  return (
    <Card as="section" tone="accent" title={m.stages_standing_link()}>
      <DefinitionList
        items={[
          { term: m.stages_fact_fields(), value: link.fields },
          { term: m.stages_fact_sent(), value: link.sent },
          { term: m.stages_fact_until(), value: link.until },
          { term: m.stages_fact_opened(), value: link.opened },
        ]}
      />
      <PressForm
        intent="revoke"
        formKey={formKey}
        label={m.stages_revoke()}
        hint={m.stages_revoke_hint()}
        lastResult={lastResult}
      />
    </Card>
  )
}
