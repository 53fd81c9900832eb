import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { deactivateAccount } from '#app/domain/accounts/set-account-active.server.ts'
import { handOverSchema } from '#app/domain/handover/hand-over.schema.server.ts'
import { handOver } from '#app/domain/handover/hand-over.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { HandoverForm } from '#app/ui/handover/HandoverForm.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { answerForm } from '#app/web/answer-form.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { handoverView } from '#app/web/handover/handover-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.handover_title()} · Passaparola` }]

export const loader = defineLoader(['admin'], ({ tx, id }) => handoverView(tx, id<UserId>('id')))

export const action = defineAction(['admin'], async ({ tx, form, intent, id, url }) => {
  const userId = id<UserId>('id')
  switch (intent) {
    case 'hand_over':
      return answerForm({ form, schema: handOverSchema, intent }, async (input) => {
        await handOver(tx, { ...input, from: userId })
        return redirectTo(url.pathname, { flash: 'handover_done' })
      })
    case 'deactivate':
      await deactivateAccount(tx, userId)
      return redirectTo('/admin/account', { flash: 'admin_deactivated' })
    default:
      throw new DomainError('invalid', 'account_form_unknown')
  }
})

/** Whoever is told that something changed hands meanwhile sees it as it is now; what she chose stays. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export default function AccountHandover() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: '/admin/account', label: m.admin_accounts_title() },
          { label: m.handover_of({ name: view.name }) },
        ]}
      />
      <PageHeader
        eyebrow={view.org}
        title={m.handover_of({ name: view.name })}
        lead={m.handover_admin_lead()}
      />
      {view.nothing ? (
        <EmptyState
          icon="handshake"
          title={m.handover_nothing_title()}
          text={m.handover_admin_nothing()}
          action={
            <Form method="post">
              <IdempotencyKey value={view.formKey} />
              <Button variant="danger" name="intent" value="deactivate">
                {m.admin_deactivate_of({ name: view.name })}
              </Button>
            </Form>
          }
        />
      ) : (
        <>
          <Notice tone="warn" title={m.handover_owns({ name: view.name })}>
            {view.counts.join(' · ')}
          </Notice>
          <HandoverForm view={view} lastResult={answer?.result} />
        </>
      )}
    </div>
  )
}
