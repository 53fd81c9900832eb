import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { SearchBox } from '#app/ui/search/SearchBox.tsx'
import { correctionsIn, countOf, kindTitles, searchAddress } from '#app/ui/search/search-words.ts'
import { KeySetting } from '#app/ui/keys/KeySetting.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { pagesOf } from '#app/web/page-number.ts'
import { kindsFor, searchView } from '#app/web/search-view.server.ts'
import { Results } from './Results.tsx'

const OF_EACH_KIND = 5
const OF_ONE_KIND = 20

/** What was typed stays out of the title: it may be a name, and titles are kept in a browser's history. */
export const meta: MetaFunction = () => [{ title: `${m.search_title()} · Passaparola` }]

export const loader = defineLoader('signed_in', async ({ tx, actor, url, info: { locale } }) => {
  const kinds = kindsFor(actor)
  const kind = kinds.find((one) => one === url.searchParams.get('tipo'))
  const page = kind ? pageNumber(url) : 1
  const limit = kind ? OF_ONE_KIND : OF_EACH_KIND
  const text = url.searchParams.get('q') ?? ''
  const view = await searchView(tx, { text, locale, kind, limit, offset: (page - 1) * limit })
  const role = actor.kind === 'staff' || actor.kind === 'hr' ? actor.role : 'hr_contact'
  return { view, kinds, kind: kind ?? null, page, pages: kind ? pagesOf(view.total, limit) : 1, role }
})

const leads = {
  case_manager: m.search_lead_desk,
  coordinator: m.search_lead_staff,
  hr_contact: m.search_lead_company,
  admin: m.search_lead_admin,
}

export default function Search() {
  const { view, kinds, kind, page, pages, role } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const { text, groups, total } = view
  const corrected = correctionsIn(view)
  const tabs = [
    { key: '', to: searchAddress(text), label: m.search_all_kinds() },
    ...kinds.map((one) => ({ key: one, to: searchAddress(text, one), label: kindTitles[one]() })),
  ]
  return (
    <div className="stack">
      <PageHeader title={m.search_title()} lead={leads[role]()} />
      <SearchBox text={text} large />
      {text === '' ? null : (
        <>
          <TabLinks label={m.search_kinds()} tabs={tabs} current={kind ?? ''} />
          {total > 0 ? <p role="status">{countOf(total)}</p> : null}
          {corrected ? <Notice tone="info">{corrected}</Notice> : null}
          {view.partial ? <Notice tone="info">{m.search_partial()}</Notice> : null}
          {groups.map((group) => (
            <Results key={group.kind} group={group} text={text} alone={kind !== null} />
          ))}
          {total === 0 ? (
            <EmptyState
              icon="search"
              title={m.search_none_title({ text })}
              text={role === 'case_manager' ? m.search_none_hint() : m.search_none_hint_company()}
              action={
                role === 'hr_contact' ? (
                  <ButtonLink to="/azienda/opportunita/nuova">{m.openings_new()}</ButtonLink>
                ) : undefined
              }
            />
          ) : null}
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
      <KeySetting />
    </div>
  )
}
