import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { ImportFileView } from '#app/ui/imports/import-view.ts'
import { FirmsOfFile } from '#app/ui/imports/FirmsOfFile.tsx'
import { SettleFirm } from '#app/ui/imports/SettleFirm.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

type ImportFilePageProps = {
  view: ImportFileView
  base: '/lavoro' | '/rete'
  /** What the last form was refused with. */
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
  askDistinct: boolean
}

/** A file of contacts before it counts: which companies it speaks of, decided one by one, and then all at once. */
export function ImportFilePage({ view, base, resultOf, askDistinct }: ImportFilePageProps) {
  const { fileName, total, known, fresh, open, firms, current, formKey } = view
  const refused = resultOf('confirm')?.error
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: `${base}/aziende`, label: m.relationship_companies() },
          { to: `${base}/importa`, label: m.imports_title() },
          { label: fileName },
        ]}
      />
      <PageHeader
        eyebrow={fileName}
        title={m.imports_review_title()}
        lead={m.imports_review_lead({ count: total })}
      />
      {known > 0 ? <Notice tone="info">{m.imports_review_known({ count: known })}</Notice> : null}
      {refused ? (
        <Notice tone="bad" role="alert">
          {m.imports_firms_open()}
        </Notice>
      ) : null}
      {current ? (
        <SettleFirm
          key={current.at}
          firm={current}
          creation={view.creation}
          formKey={formKey}
          resultOf={resultOf}
          askDistinct={askDistinct}
        />
      ) : null}
      <FirmsOfFile firms={firms} base={base} />
      <div className="button-row">
        {open > 0 ? (
          <p className="mb-0">{m.imports_review_open({ count: open })}</p>
        ) : (
          <Form method="post" action="?">
            <IdempotencyKey value={`${formKey}-f`} />
            <Button name="intent" value="confirm">
              {m.imports_confirm({ count: fresh })}
            </Button>
          </Form>
        )}
        <Form method="post" action="?">
          <IdempotencyKey value={`${formKey}-d`} />
          <Button name="intent" value="discard" variant="quiet">
            {m.imports_discard()}
          </Button>
        </Form>
      </div>
    </div>
  )
}
