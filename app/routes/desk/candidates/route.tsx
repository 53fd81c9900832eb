import type { MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useForm } from '@conform-to/react'
import { CANDIDATES_PAGE, listCandidates } from '#app/domain/candidates/list-candidates.server.ts'
import { searchCandidatesSchema } from '#app/domain/candidates/search-candidates.schema.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import { labelOfProfession } from '#app/domain/taxonomy/vocabulary.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { formatDate } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { searchOf, searchPath } from './candidate-search.server.ts'
import { PeopleTable } from './PeopleTable.tsx'

export const meta: MetaFunction = () => [{ title: `${m.desk_people()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, url, info }) => {
  const page = pageNumber(url)
  const search = searchOf(url)
  const { people, total } = await listCandidates(tx, ownOrganisation(actor), search ?? {}, page)
  if (page > 1 && people.length === 0) notFound()
  return {
    people: people.map(({ professionCode, waitingSince, lastProposal, ...person }) => ({
      ...person,
      profession: labelOfProfession(professionCode, info.locale),
      waitingSince: formatDate(waitingSince),
      lastProposal: lastProposal && { ...lastProposal, at: formatDate(lastProposal.at) },
    })),
    searched: search && (search.codePrefix ?? m.desk_people_by_surname()),
    total,
    page,
    pages: Math.ceil(total / CANDIDATES_PAGE),
  }
})

export const action = defineAction(['case_manager'], async ({ parse }) =>
  redirectTo(searchPath(parse(searchCandidatesSchema).q)),
)

export default function PeoplePage() {
  const { people, searched, total, page, pages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search } = useLocation()
  const [form, fields] = useForm<{ q: string }>({ id: 'search', lastResult: answer?.result })
  return (
    <>
      <PageHeader
        title={m.desk_people()}
        lead={m.desk_people_lead()}
        actions={
          <>
            <ButtonLink to="/lavoro/persone/da-parte" variant="quiet">
              {m.reviews_list_link()}
            </ButtonLink>
            <ButtonLink to="/lavoro/persone/nuova" icon="plus">
              {m.desk_people_new()}
            </ButtonLink>
          </>
        }
      />
      <Form method="post" id={form.id} role="search" className="search-row" noValidate>
        <ConformField
          meta={fields.q}
          type="search"
          label={m.desk_people_search()}
          hint={m.desk_people_search_hint()}
          autoComplete="off"
          maxLength={80}
          unmarked
        />
        <Button variant="secondary" icon="search">
          {m.desk_people_search_do()}
        </Button>
      </Form>
      {searched ? (
        <p role="status">
          {m.desk_people_found({ count: total, what: searched })}{' '}
          <ButtonLink to="/lavoro/persone" variant="quiet" size="sm">
            {m.desk_people_all()}
          </ButtonLink>
        </p>
      ) : null}
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <EmptyState
          icon="people"
          title={searched ? m.desk_people_not_found_title() : m.desk_people_none_title()}
          text={searched ? m.desk_people_not_found() : m.desk_people_none()}
          action={
            searched ? undefined : (
              <ButtonLink to="/lavoro/persone/nuova" variant="secondary">
                {m.desk_people_new()}
              </ButtonLink>
            )
          }
        />
      )}
      <Pagination page={page} pages={pages} search={search} />
      <p className="small">
        <Link to="/lavoro/persone/da-sentire">{m.audit_quiet_link()}</Link> ·{' '}
        <Link to="/lavoro/persone/cancellazioni">{m.audit_erasures_link()}</Link>
      </p>
    </>
  )
}
