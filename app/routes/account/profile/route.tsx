import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  changeLocale,
  readMyAccount,
  revokeDevice,
  signOutEverywhere,
} from '#app/domain/accounts/my-account.server.ts'
import { localeSchema, revokeSchema } from '#app/domain/accounts/my-account.schema.server.ts'
import { closeFeed, myFeed, renewFeed } from '#app/domain/calendar-feed/feed-address.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { digestSchema } from '#app/domain/standing/notices.schema.server.ts'
import { setDigest, wantsDigest } from '#app/domain/standing/notices.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { env } from '#app/platform/env.server.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { signedOut } from '#app/web/browser.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { localeCookie } from '#app/web/locale-cookie.server.ts'
import { sessionOf } from '#app/web/request.server.ts'
import { roleLabels } from '#app/ui/role-labels.ts'
import { CalendarForm } from './CalendarForm.tsx'
import { Devices } from './Devices.tsx'
import { DigestForm } from './DigestForm.tsx'
import { LanguageForm } from './LanguageForm.tsx'

export const meta: MetaFunction = () => [{ title: `${m.account_profile_title()} · Passaparola` }]

export const loader = defineLoader('signed_in', async ({ tx, actor, request, info }) => {
  const { sessionId } = await sessionOf(request, info)
  const { devices, ...account } = await readMyAccount(tx, sessionId)
  const role = actor.kind === 'staff' || actor.kind === 'hr' ? actor.role : 'hr_contact'
  const digest = role === 'case_manager' ? await wantsDigest(tx) : null
  const worksWithCompanies = role === 'case_manager' || role === 'coordinator'
  const feed = worksWithCompanies ? await myFeed(tx) : null
  const calendar = worksWithCompanies ? { address: feed && new URL(feed, env().APP_URL).href } : null
  return { account: { ...account, role }, devices, digest, calendar, formKey: newFormKey() }
})

export const action = defineAction('signed_in', async ({ tx, intent, parse }) => {
  if (intent === 'locale') {
    const { locale } = parse(localeSchema)
    await changeLocale(tx, locale)
    const headers: [string, string][] = [['Set-Cookie', localeCookie(locale)]]
    return redirectTo('/account', { flash: 'account_language_changed', headers })
  }
  if (intent === 'digest') {
    const { digest } = parse(digestSchema)
    await setDigest(tx, digest)
    return redirectTo('/account', { flash: digest ? 'account_digest_on' : 'account_digest_off' })
  }
  if (intent === 'calendar_renew') {
    await renewFeed(tx)
    return redirectTo('/account', { flash: 'calendar_renewed' })
  }
  if (intent === 'calendar_off') {
    await closeFeed(tx)
    return redirectTo('/account', { flash: 'calendar_closed' })
  }
  if (intent === 'revoke') {
    await revokeDevice(tx, parse(revokeSchema).handle)
    return redirectTo('/account', { flash: 'account_device_signed_out' })
  }
  if (intent === 'everywhere') {
    await signOutEverywhere(tx)
    return signedOut('/accedi')
  }
  throw new DomainError('invalid', 'account_form_unknown')
})

export default function Profile() {
  const { account, devices, digest, calendar, formKey } = useLoaderData<typeof loader>()
  return (
    <div className="form-page stack">
      <PageHeader title={m.account_profile_title()} lead={m.account_profile_lead()} />
      <DefinitionList
        items={[
          { term: m.account_name(), value: account.name },
          { term: m.account_email(), value: account.email },
          { term: m.account_role(), value: roleLabels[account.role]() },
          { term: m.account_of(), value: account.of },
        ]}
      />
      <LanguageForm locale={account.locale} formKey={formKey} />
      {digest === null ? null : <DigestForm digest={digest} formKey={formKey} />}
      {calendar ? <CalendarForm address={calendar.address} formKey={formKey} /> : null}
      {account.role === 'case_manager' ? (
        <section aria-labelledby="handover-title">
          <h2 id="handover-title">{m.handover_title()}</h2>
          <p>{m.handover_lead()}</p>
          <ButtonLink to="/lavoro/passaggio" variant="secondary" icon="handshake">
            {m.handover_open_page()}
          </ButtonLink>
        </section>
      ) : null}
      <section aria-labelledby="security-title">
        <h2 id="security-title">{m.security_title()}</h2>
        <p>{m.security_lead()}</p>
        <ButtonLink to="/account/sicurezza" variant="secondary">
          {m.security_open()}
        </ButtonLink>
      </section>
      <Devices devices={devices} formKey={formKey} />
    </div>
  )
}
