import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { ErrorSummary } from '#app/ui/forms/ErrorSummary.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { Table } from '#app/ui/Table.tsx'
import type { DuplicatesData } from '#app/ui/company/duplicates-view.ts'

type MergeFormProps = {
  compared: NonNullable<DuplicatesData['compared']>
  formKey: string
  lastResult: SubmissionResult<string[]> | undefined
}

/** Two companies side by side, and the form that makes them one: which stays, who goes on leading, why. */
export function MergeForm({ compared, formKey, lastResult }: MergeFormProps) {
  const { sides, facts, may } = compared
  const [left, right] = sides
  return (
    <Card as="section" title={m.duplicates_compare_title({ one: left.name, other: right.name })}>
      <Table
        compact
        caption={m.duplicates_compare_caption()}
        captionHidden
        rows={facts}
        rowKey={({ name }) => name}
        columns={[
          { key: 'fact', header: m.duplicates_fact(), cell: ({ name }) => name },
          { key: 'left', header: left.name, cell: ({ left: value }) => value },
          {
            key: 'right',
            header: right.name,
            cell: ({ right: value, differs }) => (differs ? <strong>{value}</strong> : value),
          },
        ]}
      />
      <p className="muted">{m.duplicates_merge_lead()}</p>
      {may ? (
        [
          { from: right, into: left },
          { from: left, into: right },
        ].map(({ from, into }) => (
          <Way
            key={into.id}
            from={from}
            into={into}
            compared={compared}
            formKey={`${formKey}-${into === left ? 'l' : 'r'}`}
            lastResult={lastResult?.initialValue?.into === into.id ? lastResult : undefined}
          />
        ))
      ) : (
        <Notice tone="info" title={m.duplicates_refused_not_yours()} />
      )}
    </Card>
  )
}

type Side = MergeFormProps['compared']['sides'][number]

/** One way round: `from` goes into `into`. */
function Way({ from, into, compared, formKey, lastResult }: MergeFormProps & { from: Side; into: Side }) {
  const title = m.duplicates_way({ stays: into.name, goes: from.name })
  if (into.fault)
    return (
      <p>
        <strong>{title}</strong>
        <span className="d-block muted">{into.fault}</span>
      </p>
    )
  const error = lastResult?.error
  return (
    <details className="more more--button" open={lastResult ? true : undefined}>
      <summary>{title}</summary>
      <Form method="post" noValidate>
        {error?.[''] ? <ErrorSummary errors={error[''].map((message) => ({ message }))} /> : null}
        <IdempotencyKey value={formKey} />
        <input type="hidden" name="from" value={from.id} />
        <input type="hidden" name="into" value={into.id} />
        {compared.leadsDiffer ? (
          <RadioGroup
            name="lead"
            id={`lead-${into.id}`}
            legend={m.duplicates_lead()}
            hint={m.duplicates_lead_hint()}
            error={error?.lead ?? undefined}
            required
            options={[
              { value: 'into', label: into.lead, hint: m.duplicates_lead_of({ name: into.name }) },
              { value: 'from', label: from.lead, hint: m.duplicates_lead_of({ name: from.name }) },
            ]}
          />
        ) : null}
        <Field
          name="reason"
          id={`reason-${into.id}`}
          label={m.relationship_reason()}
          hint={m.duplicates_reason_hint()}
          error={error?.reason ?? undefined}
          required
          maxLength={300}
        />
        <Button name="intent" value="merge">
          {m.duplicates_merge()}
        </Button>
      </Form>
    </details>
  )
}
