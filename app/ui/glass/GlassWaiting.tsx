import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

export type WaitingGlass = { id: string; code: string; organisation: string; reason: string; asked: string }

type GlassWaitingProps = {
  waiting: readonly WaitingGlass[]
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Requests of others: whoever allows one answers for it, with a fresh factor. */
export function GlassWaiting({ waiting, formKey, lastResult }: GlassWaitingProps) {
  const [form] = useForm({ id: 'decide', lastResult })
  if (waiting.length === 0) return null
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{m.glass_waiting_title()}</h2>
      <p>{m.glass_waiting_lead()}</p>
      <FormErrors form={form} />
      {waiting.map(({ id, code, organisation, reason, asked }) => (
        <Card key={id} level={3} tone="accent" title={code} eyebrow={organisation}>
          <DefinitionList
            items={[
              { term: m.glass_reason(), value: reason },
              { term: m.glass_who(), value: asked },
            ]}
          />
          <Form method="post" className="card-actions">
            <IdempotencyKey value={`${formKey}${id.slice(-12)}`} />
            <input type="hidden" name="intent" value="decide" />
            <input type="hidden" name="id" value={id} />
            <Button name="decision" value="approved">
              {m.glass_allow()}
            </Button>
            <Button name="decision" value="refused" variant="secondary">
              {m.glass_refuse()}
            </Button>
          </Form>
        </Card>
      ))}
    </section>
  )
}
