import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { FileColumns } from '#app/ui/imports/FileColumns.tsx'
import type { ImportPageView, RefusedFile } from '#app/ui/imports/import-view.ts'
import { RefusedRows } from '#app/ui/imports/RefusedRows.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

type ImportPageProps = {
  view: ImportPageView
  refused: RefusedFile | undefined
  /** Of the desk or of the network. */
  base: '/lavoro' | '/rete'
}

/** Contacts that are kept in a file, brought into the network: what the file must say, and where it goes in. */
export function ImportPage({ view: { formKey, waiting, finished }, refused, base }: ImportPageProps) {
  return (
    <div className="stack">
      <Breadcrumbs
        items={[{ to: `${base}/aziende`, label: m.relationship_companies() }, { label: m.imports_title() }]}
      />
      <PageHeader title={m.imports_title()} lead={m.imports_lead()} />
      {finished ? (
        <Notice tone="ok" title={m.imports_finished({ count: finished.added })} role="status">
          {[
            finished.known > 0 ? m.imports_finished_known({ count: finished.known }) : '',
            finished.skipped > 0 ? m.imports_finished_skipped({ count: finished.skipped }) : '',
          ]
            .filter(Boolean)
            .join(' ') || m.imports_finished_all()}
        </Notice>
      ) : null}
      {refused ? <RefusedRows refused={refused} /> : null}
      {waiting.length > 0 ? (
        <Card as="section" title={m.imports_waiting()}>
          <p>{m.imports_waiting_lead()}</p>
          <ul className="plain-list">
            {waiting.map(({ id, fileName, when }) => (
              <li key={id}>
                <Link to={`${base}/importa/${id}`}>{fileName}</Link>{' '}
                <span className="muted small">{when}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="narrow">
        <IdempotencyKey value={formKey} />
        <Field
          name="file"
          type="file"
          required
          label={m.imports_file()}
          hint={m.imports_file_hint()}
          accept=".csv,text/csv"
        />
        <FormFooter submit={m.imports_submit()} note={m.imports_note()} />
      </Form>
      <FileColumns />
      <ButtonLink to="/contatti/esempio.csv" reloadDocument download variant="secondary" icon="file">
        {m.imports_example()}
      </ButtonLink>
    </div>
  )
}
