import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { stagesByHand, type TrustStage } from '#app/domain/trust/stages.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { stageLabels } from '#app/ui/company/company-words.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Fields = { from: string; to: string; reason: string }

const CONSTRAINT = { to: { required: true }, reason: { required: true } }

type StageFormProps = {
  stage: TrustStage
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Moves a company on the ladder by a person's word. */
export function StageForm({ stage, formKey, lastResult }: StageFormProps) {
  const [form, fields] = useForm<Fields>({ id: 'stage', constraint: CONSTRAINT, lastResult })
  return (
    <Card as="section" title={m.relationship_stage_title()}>
      <p className="muted">{m.relationship_stage_lead()}</p>
      <p>{m.relationship_stage_now({ stage: stageLabels[stage]() })}</p>
      <Form method="post" id={form.id} noValidate>
        <FormErrors form={form} />
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="from" value={stage} />
        <ConformField
          meta={fields.to}
          type="select"
          width="short"
          label={m.relationship_stage_to()}
          emptyOption={m.relationship_choose()}
          options={stagesByHand(stage).map((value) => ({ value, label: stageLabels[value]() }))}
        />
        <ConformField
          meta={fields.reason}
          maxLength={300}
          label={m.relationship_reason()}
          hint={m.relationship_reason_hint()}
        />
        <Button variant="secondary" name="intent" value="stage">
          {m.relationship_stage_submit()}
        </Button>
      </Form>
    </Card>
  )
}
