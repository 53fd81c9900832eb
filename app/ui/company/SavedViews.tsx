import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import type { SavedViewLine } from '#app/ui/company/portfolio-view.ts'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Checkbox } from '#app/ui/forms/Checkbox.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'

type SavedViewsProps = {
  views: readonly SavedViewLine[]
  /** What is shown now, as the address of a kept view says it. */
  query: string
  formKey: string
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
}

/** Filters kept under a name: one's own, and those that colleagues share. */
export function SavedViews({ views, query, formKey, resultOf }: SavedViewsProps) {
  const own = views.filter(({ by }) => by === null)
  const result = resultOf('view_save')
  return (
    <section aria-label={m.portfolio_saved()} className="saved-views">
      {views.length > 0 ? (
        <ul className="chip-row">
          {views.map(({ id, name, by, query: kept }) => (
            <li key={id}>
              <Link to={`?${kept}`} className="chip" aria-current={kept === query ? 'true' : undefined}>
                {name}
                {by ? <span className="muted">{m.portfolio_view_by({ name: by })}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure summary={m.portfolio_view_keep()} open={result !== undefined || undefined}>
        <Form method="post" className="filter-row" noValidate>
          <IdempotencyKey value={`${formKey}-view`} />
          <Field
            name="name"
            id="view-name"
            label={m.portfolio_view_name()}
            hint={m.portfolio_view_name_hint()}
            error={result?.error?.name ?? undefined}
            required
            maxLength={60}
            autoComplete="off"
          />
          <Checkbox
            name="shared"
            id="view-shared"
            label={m.portfolio_view_share()}
            hint={m.portfolio_view_share_hint()}
          />
          <div className="button-row">
            <Button variant="secondary" name="intent" value="view_save">
              {m.portfolio_view_submit()}
            </Button>
          </div>
        </Form>
        {own.length > 0 ? <OwnViews own={own} formKey={formKey} /> : null}
      </Disclosure>
    </section>
  )
}

function OwnViews({ own, formKey }: { own: readonly SavedViewLine[]; formKey: string }) {
  return (
    <ul className="plain-list stack">
      {own.map(({ id, name, shared }, index) => (
        <li key={id}>
          <Form method="post" className="button-row">
            <IdempotencyKey value={`${formKey}-f${index}`} />
            <input type="hidden" name="viewId" value={id} />
            <span>
              {name}
              {shared ? <span className="muted small"> · {m.portfolio_view_shared()}</span> : null}
            </span>
            <Button variant="quiet" size="sm" name="intent" value="view_forget">
              {m.portfolio_view_forget()}
              <span className="visually-hidden"> {name}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
