import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import type { DayPageView, DayPanelView } from '#app/ui/day/day-view.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type DayPanelProps = { panel: DayPanelView; day: DayPageView; refused?: SubmissionResult<string[]> }

const REQUIRED = { required: true }
const titles = {
  postpone: m.day_postpone_title,
  hand_on: m.day_hand_on_title,
  skip: m.day_skip_title,
}
const labels = {
  postpone: m.relationship_day_postpone,
  hand_on: m.relationship_day_hand_on,
  skip: m.relationship_day_skip,
}

/** To another day and why, to whom, or why not at all: for one line or for several. Its first field has the focus. */
export function DayPanel({ panel, day, refused }: DayPanelProps) {
  const { act, refs, title, from, suggested, back } = panel
  const { pathname, search } = useLocation()
  const section = useRef<HTMLElement>(null)
  const [form, fields] = useForm<{ dueOn: string; reason: string; to: string }>({
    id: `azione-${act}`,
    constraint: { dueOn: REQUIRED, reason: REQUIRED, to: REQUIRED },
    defaultValue: { dueOn: suggested },
    lastResult: refused,
  })
  useEffect(() => {
    section.current?.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus()
  }, [])
  return (
    <section
      className="card card--accent day-panel"
      id="azione"
      ref={section}
      aria-labelledby="azione-titolo"
    >
      <h2 className="card-title" id="azione-titolo">
        {titles[act]({ what: title ?? m.day_chosen_count({ count: refs.length }) })}
      </h2>
      <Form method="post" action={pathname + search} id={form.id} noValidate preventScrollReset>
        <FormErrors form={form} />
        <IdempotencyKey value={`${day.formKey}-a`} />
        {refs.map((ref) => (
          <input key={ref} type="hidden" name="item" value={ref} />
        ))}
        {act === 'postpone' ? (
          <ConformField
            meta={fields.dueOn}
            type="date"
            width="short"
            min={from}
            label={m.relationship_day_postpone_to()}
          />
        ) : null}
        {act === 'hand_on' ? (
          <ConformField
            meta={fields.to}
            type="select"
            label={m.relationship_day_hand_on_to()}
            emptyOption={m.relationship_choose()}
            options={day.colleagues}
          />
        ) : (
          <ConformField
            meta={fields.reason}
            maxLength={200}
            label={m.relationship_day_why()}
            hint={m.day_why_hint()}
          />
        )}
        <div className="button-row">
          <Button name="intent" value={act}>
            {labels[act]()}
          </Button>
          <ButtonLink variant="quiet" to={back} preventScrollReset data-back="">
            {m.day_back()}
          </ButtonLink>
        </div>
      </Form>
    </section>
  )
}
