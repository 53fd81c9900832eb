import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { CompanyForm } from '#app/ui/company/CompanyForm.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { ImportFileView, OpenFirm } from '#app/ui/imports/import-view.ts'

type SettleFirmProps = {
  firm: OpenFirm
  creation: ImportFileView['creation']
  formKey: string
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
  askDistinct: boolean
}

/** One company of a file: one of ours, a new one, or left out. */
export function SettleFirm({ firm, creation, formKey, resultOf, askDistinct }: SettleFirmProps) {
  const { at, name, vatId, search, offered, rows, more } = firm
  const here = `?azienda=${at}`
  const created = resultOf('create')
  return (
    <Card as="section" tone="accent" title={<span id="decidi">{m.imports_which({ name })}</span>}>
      <ul>
        {rows.map(({ line, said }) => (
          <li key={line}>{m.imports_row({ line, said })}</li>
        ))}
        {more > 0 ? <li>{m.imports_rows_more({ count: more })}</li> : null}
      </ul>
      {resultOf('choose') ? (
        <p className="field-error" role="alert">
          {m.imports_company_unknown()}
        </p>
      ) : null}
      {offered.length > 0 ? (
        <ul className="plain-list stack">
          {offered.map((company) => (
            <li key={company.id}>
              <Form method="post" action={here} className="d-flex flex-wrap gap-2 align-items-center">
                <IdempotencyKey value={`${formKey}-${company.id.slice(0, 8)}`} />
                <input type="hidden" name="companyId" value={company.id} />
                <Button name="intent" value="choose" variant="secondary" size="sm">
                  {m.imports_choose({ name: company.name })}
                </Button>
                <span className="muted small">{company.hint}</span>
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p>{m.imports_nothing_like_it()}</p>
      )}
      <Form method="get" action="#decidi" role="search" className="narrow mt-3">
        <input type="hidden" name="azienda" value={at} />
        <Field
          name="cerca"
          type="search"
          unmarked
          label={m.imports_search()}
          defaultValue={search}
          maxLength={80}
        />
        <Button variant="secondary" size="sm" icon="search">
          {m.imports_search_submit()}
        </Button>
      </Form>
      <Disclosure summary={m.imports_create()} open={created ? true : undefined}>
        <CompanyForm
          {...creation}
          action={here}
          formKey={`${formKey}-c`}
          known={{ name: name === vatId ? '' : name, vatId: vatId ?? '' }}
          askDistinct={askDistinct}
          lastResult={created}
          submit={m.imports_create_submit()}
        >
          <input type="hidden" name="intent" value="create" />
        </CompanyForm>
      </Disclosure>
      <Form method="post" action={here} className="mt-3">
        <IdempotencyKey value={`${formKey}-s`} />
        <Button name="intent" value="skip" variant="quiet">
          {m.imports_skip({ count: rows.length + more })}
        </Button>
      </Form>
    </Card>
  )
}
