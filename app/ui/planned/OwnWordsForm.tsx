import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { MessageView } from '#app/ui/planned/message-view.ts'

type Fields = { subject: string; body: string; action: string }
type OwnWordsFormProps = { message: MessageView; lastResult: SubmissionResult<string[]> | undefined }

/** Changes what a message says for this once, or gives it the text of its rule back. */
export function OwnWordsForm({ message, lastResult }: OwnWordsFormProps) {
  const { text, locale, constraint, seen, keys, button, variables, worded } = message
  const [form, fields] = useForm<Fields>({
    id: 'words',
    constraint,
    lastResult,
    defaultValue: text ?? undefined,
  })
  return (
    <Card as="section">
      <Disclosure summary={m.planned_change()} open={lastResult !== undefined || undefined}>
        <p className="muted">{m.planned_change_hint()}</p>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={keys.words} />
          <input type="hidden" name="intent" value="words" />
          {seen ? <input type="hidden" name="seen" value={seen} /> : null}
          <ConformField meta={fields.subject} label={m.rules_subject()} lang={locale} width="wide" />
          <ConformField
            meta={fields.body}
            type="textarea"
            rows={9}
            label={m.rules_body()}
            hint={m.rules_variables({ names: variables })}
            lang={locale}
            width="wide"
          />
          {button ? <ConformField meta={fields.action} label={m.rules_action()} lang={locale} /> : null}
          <Button>{m.planned_change_save()}</Button>
        </Form>
      </Disclosure>
      {worded ? (
        <Form method="post" className="mt-3">
          <IdempotencyKey value={keys.back} />
          <Button name="intent" value="back" variant="secondary" size="sm">
            {m.planned_change_back()}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
