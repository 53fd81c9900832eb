import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { WeightView } from './weight-view.server.ts'

type WeightFormProps = { weight: WeightView; lastResult: SubmissionResult<string[]> | undefined }

/** The two numbers of a kind of event, tried on the companies of today before they are saved. */
export function WeightForm({ weight, lastResult }: WeightFormProps) {
  const { constraint, keys, seen, usual, values } = weight
  const [form, fields] = useForm<{ weight: string; halfLifeDays: string }>({
    id: 'weight',
    constraint,
    lastResult,
    defaultValue: values,
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={keys.save} />
      <input type="hidden" name="seen" value={seen} />
      <div className="field-row">
        <ConformField
          meta={fields.weight}
          type="number"
          step={0.1}
          width="short"
          label={m.trust_weight()}
          hint={m.trust_weight_hint({ usual: usual.weight })}
        />
        <ConformField
          meta={fields.halfLifeDays}
          type="number"
          width="short"
          label={m.trust_weight_half_life()}
          hint={m.trust_weight_half_life_hint({ usual: usual.halfLife })}
        />
      </div>
      <FormFooter
        submit={m.trust_weights_save()}
        intent={{ name: 'intent', value: 'save' }}
        note={m.trust_weights_save_note()}
        cancel={{ to: '/rete/fiducia', label: m.desk_cancel() }}
      >
        <Button name="intent" value="try" variant="secondary">
          {m.trust_weights_try()}
        </Button>
      </FormFooter>
    </Form>
  )
}
