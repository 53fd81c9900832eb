import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type AnswerFormProps = {
  formKey: string
  reasons: readonly { value: string; label: string }[]
  /** They asked to talk first: what is left is the decision. */
  talked: boolean
}

/** Three answers, one press each; "not now" opens its reasons, and the reason is the button. */
export function AnswerForm({ formKey, reasons, talked }: AnswerFormProps) {
  return (
    <section className="card no-print" aria-labelledby="answer-title">
      <h2 className="card-title" id="answer-title">
        {talked ? m.proposals_card_question_after_talk() : m.proposals_card_question()}
      </h2>
      <Form method="post" className="stack mb-4">
        <IdempotencyKey value={formKey} />
        <div>
          <Button name="answer" value="interested" block aria-describedby="hint-interested">
            {m.proposals_card_interested()}
          </Button>
          <p className="button-hint" id="hint-interested">
            {m.proposals_card_interested_hint()}
          </p>
        </div>
        {talked ? null : (
          <div>
            <Button name="answer" value="talk" variant="secondary" block aria-describedby="hint-talk">
              {m.proposals_card_talk()}
            </Button>
            <p className="button-hint" id="hint-talk">
              {m.proposals_card_talk_hint()}
            </p>
          </div>
        )}
      </Form>
      <Disclosure summary={m.proposals_card_not_now()} look="button">
        <p>{m.proposals_card_not_now_hint()}</p>
        <Form method="post" className="answer-reasons">
          <IdempotencyKey value={`${formKey}-not-now`} />
          <input type="hidden" name="answer" value="not_now" />
          {reasons.map(({ value, label }) => (
            <Button key={value} name="reason" value={value} variant="secondary" block>
              {label}
            </Button>
          ))}
        </Form>
      </Disclosure>
    </section>
  )
}
