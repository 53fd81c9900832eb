import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { ConsentHow } from '#app/ui/matching/ConsentHow.tsx'
import { Notice } from '#app/ui/Notice.tsx'

type Fields = { decision: string; language: string; channel: string; withMediator: string }
type Decision = 'given' | 'refused' | 'withdrawn'
type ConsentRead = {
  decision: Decision
  date: string
  how: string
  until: string
  lapsed: boolean
  words: { language: string; text: string } | null
}

type ConsentCardProps = {
  text: string
  consent: ConsentRead | null
  /** Where she can be shown the way to her own pages. */
  pages: string
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

const SAID: Record<Decision, (said: { date: string }) => string> = {
  given: m.desk_consent_was_given,
  refused: m.desk_consent_was_refused,
  withdrawn: m.desk_consent_was_withdrawn,
}

/** Her consent to be in the engine: what stands, the words she is asked, the form for her answer. Nothing is ticked. */
export function ConsentCard({ text, consent, pages, formKey, lastResult }: ConsentCardProps) {
  const [form, fields] = useForm<Fields>({ id: 'consent', lastResult })
  const given = consent?.decision === 'given' && !consent.lapsed
  return (
    <Card as="section" title={m.desk_consent_title()}>
      <Notice tone={given ? 'ok' : 'warn'}>
        {consent?.lapsed
          ? m.visits_lapsed({ date: consent.until })
          : consent
            ? SAID[consent.decision]({ date: consent.date })
            : m.desk_consent_never_asked()}
      </Notice>
      {consent ? (
        <p className="muted">
          {consent.how} {given ? m.visits_until({ date: consent.until }) : null}
        </p>
      ) : null}
      {consent?.words ? (
        <Disclosure summary={m.visits_words_read()}>
          <blockquote
            className="quote"
            lang={consent.words.language}
            dir={consent.words.language === 'ar' ? 'rtl' : undefined}
          >
            {consent.words.text}
          </blockquote>
        </Disclosure>
      ) : null}
      <p>
        <ButtonLink to={pages} variant="secondary">
          {m.visits_open_pages()}
        </ButtonLink>
      </p>
      <Disclosure
        summary={consent ? m.desk_consent_new_answer() : m.desk_consent_ask()}
        open={lastResult !== undefined}
      >
        <blockquote className="quote">{text}</blockquote>
        <Form method="post" id={form.id} noValidate>
          <FormErrors form={form} />
          <IdempotencyKey value={formKey} />
          <ConformRadioGroup
            meta={fields.decision}
            legend={m.proposals_consent_decision()}
            unmarked
            options={
              given
                ? [{ value: 'withdrawn', label: m.desk_consent_withdraw() }]
                : [
                    { value: 'given', label: m.desk_consent_give() },
                    { value: 'refused', label: m.desk_consent_refuse() },
                  ]
            }
          />
          <ConsentHow fields={fields} unmarked />
        </Form>
      </Disclosure>
    </Card>
  )
}
