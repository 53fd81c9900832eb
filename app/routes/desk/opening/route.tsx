import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { plannedOf } from '#app/domain/follow-ups/planned-of.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import { OpeningStateTag } from '#app/ui/openings/OpeningStateTag.tsx'
import { OpeningSummary } from '#app/ui/openings/OpeningSummary.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { PlannedCard } from '#app/ui/planned/PlannedCard.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { plannedView } from '#app/web/planned/planned-view.server.ts'
import { Matches } from './Matches.tsx'
import { NearMisses } from './NearMisses.tsx'
import { actOnOpening } from './opening-actions.server.ts'
import { openingView, type OpeningToMatch } from './opening-view.server.ts'
import { Proposed } from './Proposed.tsx'
import { WhatIfs } from './WhatIfs.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.opening.title ?? m.desk_match_meta()} · Passaparola` },
]

export const loader = defineLoader(['case_manager'], async (call) => ({
  view: await openingView(call.tx, call),
  planned: plannedView(await plannedOf(call.tx, { openingId: call.id<OpeningId>('id') }), '/lavoro/aziende'),
  keys: { help: newFormKey(), review: newFormKey() },
}))

export const action = defineAction(['case_manager'], actOnOpening)

const tabsOf = ({ match, proposed }: OpeningToMatch) => [
  ...(match
    ? [
        { key: 'abbinamenti', to: '?', label: m.desk_match_tab_matches(), count: match.total },
        { key: 'quasi', to: '?tab=quasi', label: m.desk_match_tab_near(), count: match.nearMissCount },
        { key: 'ipotesi', to: '?tab=ipotesi', label: m.questions_tab(), count: match.whatIfCount },
      ]
    : []),
  { key: 'proposte', to: '?tab=proposte', label: m.desk_match_tab_proposed(), count: proposed.length },
]

export default function OpeningToMatchPage() {
  const { view, planned, keys } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error ?? {}
  const { opening, labels, match, proposed, tab } = view
  const lead = [opening.companyName, labels.place, labels.sector].filter(Boolean).join(' · ')
  const open = match?.open
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
      {match?.engineNote ? <Notice tone="info">{match.engineNote}</Notice> : null}
      <p>{view.gist}</p>
      <Disclosure summary={m.desk_match_what_is_asked()}>
        <OpeningSummary opening={opening} labels={labels} />
      </Disclosure>
      <TabLinks label={m.desk_match_tabs()} tabs={tabsOf(view)} current={tab} />
      {match && open?.tab === 'abbinamenti' ? (
        <Matches
          {...{ view, match, keys }}
          ranking={open.ranking}
          error={errors.whyNot?.[0] ?? errors['']?.[0] ?? null}
        />
      ) : null}
      {match && open?.tab === 'quasi' ? (
        <NearMisses groups={open.groups} whatIfs={match.whatIfCount} />
      ) : null}
      {open?.tab === 'ipotesi' ? (
        <WhatIfs edits={open.edits} openingId={opening.id} open={opening.state === 'open'} />
      ) : null}
      {tab === 'proposte' ? (
        <div className="stack">
          <Proposed openingId={opening.id} proposed={proposed} />
          <PlannedCard planned={planned} />
        </div>
      ) : null}
    </>
  )
}
