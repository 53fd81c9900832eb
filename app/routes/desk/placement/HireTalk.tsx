import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type HireTalkProps = { held: string | null; formKey: string }

/** Notes that the company was spoken to about a hire; what is noted already says when. */
export function HireTalk({ held, formKey }: HireTalkProps) {
  return (
    <Card as="section" title={m.planned_hire_talk()}>
      {held ? (
        <p>{m.planned_hire_talk_held({ date: held })}</p>
      ) : (
        <Form method="post">
          <IdempotencyKey value={formKey} />
          <p>{m.planned_hire_talk_lead()}</p>
          <Button name="intent" value="hire_talk" variant="secondary">
            {m.planned_hire_talk_submit()}
          </Button>
        </Form>
      )}
    </Card>
  )
}
