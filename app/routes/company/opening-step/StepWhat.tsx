import { useForm } from '@conform-to/react'
import { WhatFields, type WhatValues } from '#app/ui/openings/WhatFields.tsx'
import type { StepAnswer } from './save-step.server.ts'
import { StepForm, type StepFrame } from './StepForm.tsx'
import type { StepView } from './step-view.server.ts'

type StepWhatProps = { view: StepView<1>; answer: StepAnswer | undefined; frame: StepFrame }

/** Step 1: what is looked for. */
export function StepWhat({ view, answer, frame }: StepWhatProps) {
  const { constraint, values } = view
  const [form, fields] = useForm<WhatValues>({
    id: 'step',
    constraint,
    defaultValue: values,
    lastResult: answer?.result,
  })
  return (
    <StepForm form={form} {...frame}>
      <WhatFields
        fields={fields}
        professions={view.professions}
        more={answer?.professions ?? view.more}
        press="do"
      />
    </StepForm>
  )
}
