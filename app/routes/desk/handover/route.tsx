import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { handOverSchema } from '#app/domain/handover/hand-over.schema.server.ts'
import { handOver } from '#app/domain/handover/hand-over.server.ts'
import { colleagues } from '#app/domain/follow-ups/colleagues.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { isUuid, type UserId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { HandoverForm } from '#app/ui/handover/HandoverForm.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { handoverView } from '#app/web/handover/handover-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.handover_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async ({ tx, actor, url }) => {
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  const asked = url.searchParams.get('chi')
  const whose = isUuid(asked) ? (asked as string as UserId) : actor.userId
  const ownOrg = (await colleagues(tx)).filter(
    ({ orgId, role }) => orgId === actor.orgId && role === 'case_manager',
  )
  return {
    view: await handoverView(tx, whose),
    whose: [
      { key: actor.userId as string, to: '/lavoro/passaggio', label: m.handover_mine() },
      ...ownOrg.map(({ id, name }) => ({
        key: id as string,
        to: `/lavoro/passaggio?chi=${id}`,
        label: m.handover_of({ name }),
      })),
    ],
  }
})

export const action = defineAction(['case_manager'], async ({ tx, form, intent }) =>
  answerForm({ form, schema: handOverSchema, intent }, async (input) => {
    await handOver(tx, input)
    return redirectTo('/lavoro/passaggio', { flash: 'handover_done' })
  }),
)

/** Whoever is told that something changed hands meanwhile sees it as it is now; what she chose stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function Handover() {
  const { view, whose } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <PageHeader
        title={view.own ? m.handover_title() : m.handover_of({ name: view.name })}
        lead={m.handover_lead()}
      />
      {whose.length > 1 ? <TabLinks label={m.handover_whose()} tabs={whose} current={view.from} /> : null}
      {view.nothing ? (
        <EmptyState icon="handshake" title={m.handover_nothing_title()} text={m.handover_nothing()} />
      ) : (
        <>
          <p>
            <strong>{view.counts.join(' · ')}</strong>
          </p>
          <HandoverForm key={view.from} view={view} lastResult={answer?.result} />
        </>
      )}
    </div>
  )
}
