import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { accountActionSchema } from '#app/domain/accounts/account-actions.schema.server.ts'
import { inviteSchema } from '#app/domain/accounts/invite-account.schema.server.ts'
import { inviteAccount, inviteAgain } from '#app/domain/accounts/invite-account.server.ts'
import { listAccounts } from '#app/domain/accounts/list-accounts.server.ts'
import { listOrganisations } from '#app/domain/accounts/organisations.server.ts'
import {
  deactivateAccount,
  ownsSomething,
  reactivateAccount,
} from '#app/domain/accounts/set-account-active.server.ts'
import { roles } from '#app/domain/shared/actor.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { AccountSearch } from './AccountSearch.tsx'
import { AccountTable } from './AccountTable.tsx'
import { InviteForm } from './InviteForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.admin_accounts_title()} · Passaparola` }]

export const loader = defineLoader(['admin'], async ({ tx, actor, url }) => {
  const search = url.searchParams.get('q') ?? ''
  const role = roles.find((one) => one === url.searchParams.get('ruolo')) ?? null
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('pagina') ?? 1)) || 1)
  const accounts = await listAccounts(tx, { search, role, page })
  const organisations = (await listOrganisations(tx)).filter(({ active }) => active)
  return {
    accounts,
    filter: { search, role },
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    me: actor.kind === 'staff' ? actor.userId : null,
    constraint: getZodConstraint(inviteSchema),
    formKey: newFormKey(),
  }
})

export const action = defineAction(['admin'], async ({ tx, intent, parse, url }) => {
  const back = url.pathname + url.search
  if (intent === 'invite') {
    await inviteAccount(tx, parse(inviteSchema))
    return redirectTo(back, { flash: 'admin_invited' })
  }
  const userId = () => parse(accountActionSchema).userId as UserId
  switch (intent) {
    case 'invite_again':
      await inviteAgain(tx, userId())
      return redirectTo(back, { flash: 'admin_invited' })
    case 'deactivate': {
      const id = userId()
      if (await ownsSomething(tx, id)) {
        return redirectTo(`/admin/account/${id}/passaggio`, { flash: 'handover_needed' })
      }
      await deactivateAccount(tx, id)
      return redirectTo(back, { flash: 'admin_deactivated' })
    }
    case 'reactivate':
      await reactivateAccount(tx, userId())
      return redirectTo(back, { flash: 'admin_reactivated' })
    default:
      throw new DomainError('invalid', 'account_form_unknown')
  }
})

export default function Accounts() {
  const { accounts, filter, organisations, me, constraint, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { search } = useLocation()
  return (
    <div className="stack">
      <PageHeader title={m.admin_accounts_title()} lead={m.admin_accounts_lead()} />
      <InviteForm
        constraint={constraint}
        organisations={organisations}
        formKey={formKey}
        lastResult={answer?.result}
      />
      <AccountSearch {...filter} />
      <AccountTable rows={accounts.rows} total={accounts.total} me={me} formKey={formKey} />
      <Pagination page={accounts.page} pages={accounts.pages} search={search} />
    </div>
  )
}
