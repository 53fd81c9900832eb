import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { resetWeightSchema, weightFormFor } from '#app/domain/network/change-weight.schema.server.ts'
import { changeWeight, kindToChange, resetWeight } from '#app/domain/network/change-weight.server.ts'
import { weightImpact } from '#app/domain/network/weight-impact.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { asTyped } from '#app/web/as-typed.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { resultFor } from '#app/web/form-result.ts'
import { Impact } from './Impact.tsx'
import { ResetForm } from './ResetForm.tsx'
import { WeightForm } from './WeightForm.tsx'
import { impactView, weightView } from './weight-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.weight.name ?? m.trust_weights_title()} · Passaparola` },
]

export const loader = defineLoader(['coordinator'], async ({ tx, params }) => ({
  weight: await weightView(tx, params.kind ?? ''),
}))

export const action = defineAction(['coordinator'], async ({ tx, form, intent, params, url, parse }) => {
  const kind = kindToChange(params.kind ?? '')
  const schema = weightFormFor(kind)
  if (intent === 'save')
    return answerForm({ form, schema, intent }, async (input) => {
      await changeWeight(tx, kind, input)
      return redirectTo(url.pathname, { flash: 'trust_weights_saved' })
    })
  if (intent === 'reset')
    return answerForm({ form, schema: resetWeightSchema, intent }, async ({ seen }) => {
      await resetWeight(tx, kind, seen)
      return redirectTo(url.pathname, { flash: 'trust_weights_reset_done' })
    })
  if (intent === 'try') {
    const { seen: _, ...wanted } = parse(schema)
    return { intent: 'save', result: asTyped(form), impact: impactView(await weightImpact(tx, kind, wanted)) }
  }
  throw new DomainError('invalid', 'relationship_form_unknown')
})

/** Whoever is told that a colleague changed the numbers sees them as they are now; what she typed stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function WeightPage() {
  const { weight } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const impact = answer && 'impact' in answer ? answer.impact : null
  // A trial that was refused carries no intent: the form is the same.
  const lastResult = answer && !('intent' in answer) ? answer.result : resultFor(answer, 'save')
  return (
    <div className="form-page stack">
      <Breadcrumbs
        items={[
          { to: '/rete/regole', label: m.rules_title() },
          { to: '/rete/fiducia', label: m.trust_weights_title() },
          { label: weight.name },
        ]}
      />
      <PageHeader title={weight.name} lead={weight.reason} />
      {impact ? (
        <p role="status">
          <a href="#esito">{m.rules_result_below()}</a>
        </p>
      ) : null}
      <Card as="section" title={m.trust_weights_edit()}>
        <WeightForm key={weight.seen} weight={weight} lastResult={lastResult} />
      </Card>
      <div id="esito">{impact ? <Impact impact={impact} /> : null}</div>
      {weight.changed ? <ResetForm weight={weight} lastResult={resultFor(answer, 'reset')} /> : null}
    </div>
  )
}
