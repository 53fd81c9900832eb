import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type Decision = 'given' | 'refused' | 'withdrawn'

export type AnswerButtonsProps = {
  purpose: string
  subjectId?: string | null
  /** The hash of the words that stand above; a yes or a no is to them and no others. */
  read?: string
  formKey: string
  /** One press each. None weighs more than another: they look the same. */
  answers: readonly { decision: Decision; label: string }[]
}

/** Her answers to one thing. */
export function AnswerButtons({ purpose, subjectId, read, formKey, answers }: AnswerButtonsProps) {
  return (
    <Form method="post" action="/v/1" className="visit-answers">
      <IdempotencyKey value={`${formKey}${purpose[0] ?? ''}${subjectId?.slice(-12) ?? ''}`} />
      <input type="hidden" name="purpose" value={purpose} />
      {subjectId ? <input type="hidden" name="subjectId" value={subjectId} /> : null}
      {read ? <input type="hidden" name="read" value={read} /> : null}
      {answers.map(({ decision, label }) => (
        <Button key={decision} name="decision" value={decision} variant="secondary" block>
          {label}
        </Button>
      ))}
    </Form>
  )
}
