import { useForm, type SubmissionResult } from '@conform-to/react'
import type { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { QuestionView } from './question-view.server.ts'

type Question = NonNullable<QuestionView['question']>
type Fields = { contactId: string; subject: string; body: string }

type QuestionFormProps = {
  question: Question
  contact: NonNullable<Question['contact']>
  back: string
  constraint: ReturnType<typeof getZodConstraint>
  lastResult: SubmissionResult<string[]> | undefined
  formKey: string
}

const languages = { it: m.questions_language_it, en: m.questions_language_en }

/** The mail before it leaves: to whom, and the draft, to be read and changed. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, contact, back, constraint, lastResult, formKey } = props
  const { draft, others, key } = question
  const [form, fields] = useForm<Fields>({
    id: `question-${contact.id}`,
    constraint,
    lastResult,
    defaultValue: { ...draft, contactId: contact.id },
  })
  return (
    <Form method="post" id={form.id} noValidate>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="contactId" value={contact.id} />
      <p>
        {m.questions_to()}: <strong>{contact.name}</strong>, {languages[contact.locale]()}
      </p>
      {others.length > 0 ? (
        <p className="muted">
          {m.questions_to_other()}{' '}
          {others.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link to={`?ipotesi=${key}&a=${id}`}>{name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      <ConformField meta={fields.subject} label={m.questions_subject()} lang={contact.locale} width="wide" />
      <ConformField
        meta={fields.body}
        type="textarea"
        rows={12}
        width="wide"
        label={m.questions_body()}
        hint={m.questions_body_hint()}
        lang={contact.locale}
      />
      <p className="muted">{m.questions_greeting_note()}</p>
      <FormFooter
        submit={m.questions_send()}
        cancel={{ to: back, label: m.questions_cancel() }}
        note={m.questions_send_note()}
      />
    </Form>
  )
}
