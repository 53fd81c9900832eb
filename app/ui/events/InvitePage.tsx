import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { CompanyFilterForm } from '#app/ui/company/CompanyFilterForm.tsx'
import type { Shown } from '#app/ui/company/portfolio-address.ts'
import type { FilterChoices } from '#app/ui/company/portfolio-view.ts'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { CompanyChoice, EventsBase, EventView } from '#app/ui/events/event-view.ts'
import { InviteTable } from '#app/ui/events/InviteTable.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'

export type InvitePageData = {
  base: EventsBase
  event: EventView
  shown: Shown
  narrowed: boolean
  choices: FilterChoices
  companies: CompanyChoice[]
  total: number
  page: number
  pages: number
  formKey: string
}

/** Whom to invite: the portfolio with its filters, ticked one by one or all of a page at once. */
export function InvitePage({ data, problem }: { data: InvitePageData; problem: string | undefined }) {
  const { base, event, shown, narrowed, choices, companies, total, page, pages, formKey } = data
  const { search } = useLocation()
  const own = `${base}/eventi/${event.id}`
  const later = event.state !== 'to_come'
  const title = later ? m.events_add_title() : m.events_invite_title()
  const invitable = companies.filter((company) => company.invitable)
  return (
    <>
      <Breadcrumbs
        items={[
          { to: `${base}/eventi`, label: m.events_title() },
          { to: own, label: event.title },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={later ? m.events_add_lead() : m.events_invite_lead()} />
      <div className="stack">
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
        <CompanyFilterForm shown={shown} narrowed={narrowed} choices={choices} />
        <p role="status">{m.events_found({ count: total })}</p>
        {companies.length > 0 ? (
          <Form method="post" action={search}>
            <IdempotencyKey value={formKey} />
            <InviteTable companies={companies} />
            {invitable.map(({ id }) => (
              <input key={id} type="hidden" name="shown" value={id} />
            ))}
            <div className="form-footer">
              <p className="form-footer__note">{later ? m.events_add_note() : m.events_invite_note()}</p>
              <Button name="intent" value="invite">
                {later ? m.events_add_chosen() : m.events_invite_chosen()}
              </Button>
              {invitable.length > 1 && !later ? (
                <Button name="intent" value="invite_shown" variant="secondary">
                  {m.events_invite_shown({ count: invitable.length })}
                </Button>
              ) : null}
              <ButtonLink to={own} variant="quiet">
                {m.events_back()}
              </ButtonLink>
            </div>
          </Form>
        ) : (
          <EmptyState icon="building" title={m.relationship_none_title()} text={m.relationship_none()} />
        )}
        <Pagination page={page} pages={pages} search={search} />
      </div>
    </>
  )
}
