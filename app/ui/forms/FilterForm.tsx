import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'

type FilterFormProps = {
  label: string
  /** What the address asks for: the fields start afresh when it changes. */
  filter: object
  /** Where the list is whole again; null while nothing narrows it. */
  clear: string | null
  children: ReactNode
  /** Fields that few need, behind one press. */
  more?: { fields: ReactNode; open: boolean }
}

/** What a list shows. A plain GET form: the address says it all and can be kept or sent. */
export function FilterForm({ label, filter, clear, children, more }: FilterFormProps) {
  return (
    <Form method="get" className="card card--quiet" aria-label={label} key={JSON.stringify(filter)}>
      <div className="filter-row">
        {children}
        {more ? (
          <div className="filter-more">
            <Disclosure summary={label} open={more.open || undefined}>
              <div className="filter-row">{more.fields}</div>
            </Disclosure>
          </div>
        ) : null}
        <div className="button-row">
          <Button variant="secondary" icon="filter">
            {m.ui_filter_apply()}
          </Button>
          {clear ? <Link to={clear}>{m.ui_filter_clear()}</Link> : null}
        </div>
      </div>
    </Form>
  )
}
