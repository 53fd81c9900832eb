import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { askForHelp } from '#app/domain/proposals/ask-for-help.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { OpeningStateTag } from '#app/ui/openings/OpeningStateTag.tsx'
import { OpeningSummary } from '#app/ui/openings/OpeningSummary.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { Matches } from './Matches.tsx'
import { NearMisses } from './NearMisses.tsx'
import { openingView } from './opening-view.server.ts'
import { Proposed } from './Proposed.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.opening.title ?? m.desk_match_meta()} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async (call) => ({
  view: await openingView(call.tx, call),
  helpKey: newFormKey(),
}))

export const action = defineAction(['case_manager'], async ({ tx, id, intent, url }) => {
  if (intent !== 'ask-help') throw new DomainError('invalid', 'invalid')
  await askForHelp(tx, id<OpeningId>('id'))
  return redirectTo(url.pathname, { flash: 'desk_match_help_asked' })
})

const TABS = ['abbinamenti', 'quasi', 'proposte'] as const

export default function OpeningToMatchPage() {
  const { view, helpKey } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { opening, labels, match, proposed } = view
  const tab = TABS.find((name) => name === search.get('tab')) ?? (match ? 'abbinamenti' : 'proposte')
  const tabs = [
    ...(match
      ? [
          { key: 'abbinamenti', to: '?', label: m.desk_match_tab_matches(), count: match.total },
          { key: 'quasi', to: '?tab=quasi', label: m.desk_match_tab_near(), count: match.nearMissCount },
        ]
      : []),
    { key: 'proposte', to: '?tab=proposte', label: m.desk_match_tab_proposed(), count: proposed.length },
  ]
  const lead = [opening.companyName, labels.place, labels.sector].filter(Boolean).join(' · ')
  return (
    <>
      <Breadcrumbs
        items={[{ to: '/lavoro/opportunita', label: m.desk_match_openings() }, { label: opening.title }]}
      />
      <PageHeader
        eyebrow={opening.kind ? kindLabels[opening.kind]() : undefined}
        title={opening.title}
        lead={lead}
        actions={<OpeningStateTag state={opening.state} />}
      />
      {opening.companyVerification === 'verified' ? null : (
        <Notice tone="warn" title={m.desk_match_unverified_title()}>
          {m.desk_match_unverified()}
        </Notice>
      )}
      {opening.state === 'open' ? null : <Notice tone="info">{m.desk_match_not_open()}</Notice>}
      <p>{view.gist}</p>
      <Disclosure summary={m.desk_match_what_is_asked()}>
        <OpeningSummary opening={opening} labels={labels} />
      </Disclosure>
      <TabLinks label={m.desk_match_tabs()} tabs={tabs} current={tab} />
      {match && tab === 'abbinamenti' ? <Matches view={view} match={match} helpKey={helpKey} /> : null}
      {match && tab === 'quasi' ? <NearMisses groups={match.nearMisses} /> : null}
      {tab === 'proposte' ? <Proposed openingId={opening.id} proposed={proposed} /> : null}
    </>
  )
}
