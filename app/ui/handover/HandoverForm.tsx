import { useForm, type SubmissionResult } from '@conform-to/react'
import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { HandoverView } from '#app/ui/handover/handover-view.ts'

type HandoverFormProps = { view: HandoverView; lastResult: SubmissionResult<string[]> | undefined }

const REQUIRED = { required: true }

/** Who gets it all, and who gets this one instead: one form, one press. */
export function HandoverForm({ view, lastResult }: HandoverFormProps) {
  const { from, companies, people, personCount, needsPeopleTo, companiesTo, peopleTo, formKey } = view
  const { pathname, search } = useLocation()
  const [form, fields] = useForm<{ companiesTo: string; peopleTo: string }>({
    id: 'handover',
    constraint: { companiesTo: REQUIRED, ...(needsPeopleTo ? { peopleTo: REQUIRED } : {}) },
    lastResult,
  })
  const chosen = (name: string) => typed(lastResult, name)
  return (
    <Form method="post" action={pathname + search} id={form.id} noValidate className="stack">
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="from" value={from} />
      <Card as="section" title={m.handover_to_title()} tone="accent">
        <ConformField
          meta={fields.companiesTo}
          type="select"
          label={companies.length > 0 ? m.handover_companies_to() : m.handover_tasks_to()}
          emptyOption={m.relationship_choose()}
          options={companiesTo}
        />
        {needsPeopleTo ? (
          <ConformField
            meta={fields.peopleTo}
            type="select"
            label={m.handover_people_to()}
            hint={peopleTo.length > 0 ? m.handover_people_to_hint() : m.handover_nobody_for_people()}
            emptyOption={m.relationship_choose()}
            options={peopleTo}
          />
        ) : null}
      </Card>
      {companies.length > 0 ? (
        <section aria-labelledby="aziende">
          <h2 id="aziende">{m.handover_companies()}</h2>
          <ul className="plain-list stack">
            {companies.map((company) => (
              <CompanyLine
                key={company.id}
                company={company}
                options={companiesTo}
                chosen={chosen(`company.${company.id}.to`)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {people.length > 0 ? (
        <section aria-labelledby="persone">
          <h2 id="persone">{m.handover_people()}</h2>
          <ul className="plain-list card-grid">
            {people.map(({ id, code }) => (
              <Card as="li" level={3} key={id} title={code}>
                <Other name={`person.${id}`} of={code} options={peopleTo} chosen={chosen(`person.${id}`)} />
              </Card>
            ))}
          </ul>
        </section>
      ) : personCount > 0 ? (
        <p className="muted">{m.handover_people_unseen({ count: personCount })}</p>
      ) : null}
      <FormFooter
        submit={m.handover_submit()}
        intent={{ name: 'intent', value: 'hand_over' }}
        note={m.handover_note()}
      />
    </Form>
  )
}

/** What was chosen in a form that came back. */
function typed(result: SubmissionResult<string[]> | undefined, name: string): string {
  let value: unknown = result?.initialValue
  for (const part of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[part]
  return typeof value === 'string' ? value : ''
}

type Company = HandoverView['companies'][number]
type Options = HandoverView['companiesTo']

function CompanyLine({ company, options, chosen }: { company: Company; options: Options; chosen: string }) {
  const { id, version, name, stage, last, next, open } = company
  return (
    <Card as="li" level={3} title={name} eyebrow={stage}>
      <input type="hidden" name={`company.${id}.version`} value={version} />
      <p>
        {last} · <strong>{m.relationship_page_next()}:</strong> {next}
      </p>
      {open.length > 0 ? (
        <>
          <p className="mb-0">{m.handover_open()}</p>
          <ul>
            {open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Other name={`company.${id}.to`} of={name} options={options} chosen={chosen} />
    </Card>
  )
}

/** This one goes to somebody else than the others. */
function Other({
  name,
  of,
  options,
  chosen,
}: {
  name: string
  of: string
  options: Options
  chosen: string
}) {
  return (
    <Disclosure summary={m.handover_other()} open={chosen !== '' || undefined}>
      <Field
        type="select"
        name={name}
        label={m.handover_other_to({ what: of })}
        emptyOption={m.handover_with_the_others()}
        options={options}
        defaultValue={chosen}
        unmarked
      />
    </Disclosure>
  )
}
