import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { MergeForm } from '#app/ui/company/MergeForm.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import type { DuplicatesData } from '#app/ui/company/duplicates-view.ts'

type DuplicatesProps = {
  data: DuplicatesData
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
}

/** What may be the same firm, the comparison with one of them, and what was joined before. */
export function Duplicates({ data, resultOf }: DuplicatesProps) {
  const { similar, found, search, compared, merges, formKey } = data
  const refused = resultOf('unmerge')?.error?.['']
  return (
    <>
      {compared ? (
        <MergeForm compared={compared} formKey={`${formKey}-merge`} lastResult={resultOf('merge')} />
      ) : null}
      <Card as="section" title={m.duplicates_similar()}>
        <p className="muted">{m.duplicates_similar_lead()}</p>
        {similar.length > 0 ? <Suspects of={similar} /> : <p>{m.duplicates_similar_none()}</p>}
        <Form method="get" role="search" className="mt-4">
          <Field
            type="search"
            name="cerca"
            unmarked
            label={m.duplicates_search()}
            hint={m.relationship_filter_text()}
            defaultValue={search}
            maxLength={80}
          />
          <Button variant="secondary" icon="search">
            {m.relationship_referral_search_submit()}
          </Button>
        </Form>
        {search && found.length === 0 ? <p role="status">{m.duplicates_search_none()}</p> : null}
        <Suspects of={found} />
      </Card>
      {merges.length > 0 ? (
        <Card as="section" title={m.duplicates_done()}>
          {refused ? <Notice tone="bad" title={refused.join(' ')} /> : null}
          <Merges merges={merges} formKey={formKey} />
        </Card>
      ) : null}
    </>
  )
}

function Suspects({ of }: { of: DuplicatesData['similar'] }) {
  return (
    <ul className="plain-list stack">
      {of.map(({ id, name, hint }) => (
        <li key={id}>
          <Link to={`?con=${id}`}>{m.duplicates_compare({ name })}</Link>
          <span className="muted small d-block">{hint}</span>
        </li>
      ))}
    </ul>
  )
}

function Merges({ merges, formKey }: Pick<DuplicatesData, 'merges' | 'formKey'>) {
  return (
    <ul className="plain-list stack">
      {merges.map(({ id, name, vatId, when, by, reason, takenBack, mayTakeBack }, index) => (
        <li key={id}>
          <strong>{name}</strong> <span className="muted">({vatId})</span>
          <span className="d-block">{m.duplicates_done_line({ when, by: by ?? '–', reason })}</span>
          {takenBack ? <span className="muted">{m.duplicates_taken_back({ when: takenBack })}</span> : null}
          {mayTakeBack ? (
            <Form method="post" className="mt-2">
              <IdempotencyKey value={`${formKey}-u${index}`} />
              <input type="hidden" name="mergeId" value={id} />
              <p className="muted small">{m.duplicates_take_back_lead()}</p>
              <Button variant="secondary" size="sm" name="intent" value="unmerge">
                {m.duplicates_take_back()}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
