import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { CompareTables } from './CompareTables.tsx'
import { compareView } from './compare-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.reviews_compare_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => compareView(call.tx, call))

export default function ComparePeople() {
  const { openingId, title, more, people } = useLoaderData<typeof loader>()
  const back = `/lavoro/opportunita/${openingId}`
  return (
    <>
      <Breadcrumbs
        items={[
          { to: '/lavoro/opportunita', label: m.desk_match_openings() },
          { to: back, label: title },
          { label: m.reviews_compare_title() },
        ]}
      />
      <PageHeader title={m.reviews_compare_title()} lead={m.reviews_compare_lead({ opening: title })} />
      {more ? <Notice tone="info">{m.reviews_compare_first_four()}</Notice> : null}
      {people.length < 2 ? (
        <EmptyState
          icon="people"
          title={m.reviews_compare_few_title()}
          text={m.reviews_compare_few()}
          action={
            <ButtonLink to={back} variant="secondary">
              {m.reviews_compare_back()}
            </ButtonLink>
          }
        />
      ) : (
        <CompareTables openingId={openingId} people={people} />
      )}
    </>
  )
}
