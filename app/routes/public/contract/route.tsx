import { data, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation, useRouteError } from '@remix-run/react'
import type { ContractField } from '#app/domain/disclosure/stage-three.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { linkedId, stageHolder } from '#app/domain/stages/link-holder.server.ts'
import { contractState, openContract } from '#app/domain/stages/open-contract.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { AlteredLink, StageOver } from '#app/ui/stages/StageOver.tsx'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { formatDate, formatDateTime } from '#app/web/format.ts'
import { linkGone } from '#app/web/stages/link-gone.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.stages_c_contract_meta()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

const byLink = {
  byLink: (_request: Request, params: Record<string, string | undefined>) =>
    stageHolder('contract', params.token ?? ''),
}

/** Mail scanners open links: opening this one shows nothing of anybody and counts nothing. */
export const loader = defineLoader(byLink, async ({ tx, params }) => {
  const state = await contractState(tx, linkedId('contract', params.token ?? ''))
  if (!state || state.opensLeft === 0) return data(null, { status: 410 })
  const { openingTitle, opensLeft, expiresAt } = state
  return data({ openingTitle, left: opensLeft, until: formatDateTime(expiresAt) })
})

const DATES: readonly ContractField[] = ['birth_date', 'permit_until']

/** The press that counts: what it opens is in this one answer, and nowhere afterwards. */
export const action = definePlainAction(byLink, async ({ actor, params }) => {
  const id = linkedId('contract', params.token ?? '')
  const { openingTitle, facts } = await withActor(actor, (tx) => openContract(tx, id))
  return {
    shown: {
      openingTitle,
      facts: facts.map(({ field, value }) => ({
        term: text(`stages_field_${field}`),
        value: DATES.includes(field) ? formatDate(value) : value,
      })),
    },
  }
})

const Over = () => (
  <StageOver
    title={m.stages_c_contract_over_title()}
    lead={m.stages_c_contract_over()}
    next={m.stages_c_contract_over_do()}
  />
)

export default function ContractPage() {
  const state = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const shown = answer && 'shown' in answer ? answer.shown : null
  if (!state && !shown) return <Over />
  return (
    <div className="narrow stack">
      <PageHeader
        title={m.stages_c_contract_title({ opening: (shown ?? state)?.openingTitle ?? '' })}
        lead={m.stages_c_contract_lead()}
      />
      {shown ? (
        <Card as="section" title={m.stages_c_contract_shown()}>
          <DefinitionList items={shown.facts} />
          <p className="mt-3 mb-0">{m.stages_c_contract_after()}</p>
        </Card>
      ) : null}
      {state ? <p>{m.stages_c_contract_left({ left: state.left, until: state.until })}</p> : null}
      {state && !shown ? (
        <Form method="post">
          <p>{m.stages_c_contract_ready()}</p>
          <Button disabled={busy}>{m.stages_c_contract_press()}</Button>
        </Form>
      ) : null}
      {state ? null : <p>{m.stages_c_contract_over_do()}</p>}
    </div>
  )
}

/** A link that was altered, or that opens nothing any more, says so and shows the way on. */
export function ErrorBoundary() {
  const error = useRouteError()
  const gone = linkGone(error)
  if (!gone) throw error
  return gone === 'altered' ? <AlteredLink /> : <Over />
}
