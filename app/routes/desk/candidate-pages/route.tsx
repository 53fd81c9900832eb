import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { makeVisitLink, revokeVisits, visitsOf, type LastVisit } from '#app/domain/visits/make-link.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { env } from '#app/platform/env.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { QrCode } from '#app/ui/QrCode.tsx'
import { defineAction, defineLoader, type Call } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { qrCode } from '#app/web/qr-code.server.ts'
import { text } from '#app/web/text.server.ts'
import { readShown, shownCookie } from '#app/web/visit/visit-cookies.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.visits_title()} · Passaparola` }]

const personOf = ({ actor, id }: Pick<Call, 'actor' | 'id'>) => ({
  orgId: ownOrganisation(actor),
  candidateId: id<CandidateId>('id'),
})

/** The code that waits to be opened, on the screen where it was made and on no other. */
function codeView(request: Request, last: LastVisit | null) {
  const token = readShown(request)
  if (!token || last?.state !== 'waiting' || sha256(token) !== last.linkHash) return null
  const address = new URL(`/v/${token}`, env().APP_URL).href
  return {
    address,
    qr: qrCode(address),
    until: text('visits_code_until', { time: formatDateTime(last.openUntil) }),
  }
}

function stateView(last: LastVisit | null): string {
  if (last?.state === 'waiting') return text('visits_waiting_elsewhere')
  if (last?.state === 'open' && last.openedAt) {
    return text('visits_open_since', { time: formatDateTime(last.openedAt) })
  }
  return text('visits_over')
}

export const loader = defineLoader(['case_manager'], async (call) => {
  const person = personOf(call)
  const { code, last } = await visitsOf(call.tx, person)
  return {
    ...{ code, candidateId: person.candidateId, formKey: newFormKey() },
    shown: codeView(call.request, last),
    state: stateView(last),
    closable: last !== null && last.state !== 'over',
  }
})

export const action = defineAction(['case_manager'], async (call) => {
  const person = personOf(call)
  if (call.intent === 'make') {
    const token = await makeVisitLink(call.tx, person)
    return redirectTo(call.url.pathname, {
      flash: 'visits_made',
      headers: [['Set-Cookie', shownCookie(token)]],
    })
  }
  if (call.intent !== 'revoke') throw new DomainError('invalid', 'invalid')
  await revokeVisits(call.tx, person)
  return redirectTo(call.url.pathname, {
    flash: 'visits_revoked',
    headers: [['Set-Cookie', shownCookie(null)]],
  })
})

/** The way to her own pages, on a screen that says nothing else about her: it is turned to her. */
export default function CandidatePages() {
  const { code, candidateId, shown, state, closable, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: `/lavoro/persone/${candidateId}`, label: code },
          { label: m.visits_title() },
        ]}
      />
      <PageHeader title={m.visits_title()} lead={m.visits_lead()} />
      <div className="form-page stack">
        <Card as="section">
          {shown ? (
            <>
              <QrCode qr={shown.qr} label={m.visits_code_label()} />
              <p>{shown.until}</p>
              <p>
                {m.visits_code_write()}
                <br />
                <code className="visit-address">{shown.address}</code>
              </p>
              <p>
                <ButtonLink to="" variant="secondary" reloadDocument>
                  {m.visits_refresh()}
                </ButtonLink>
              </p>
            </>
          ) : (
            <p>{state}</p>
          )}
          <Form method="post" className="button-row">
            <IdempotencyKey value={formKey} />
            <Button name="intent" value="make" variant={shown ? 'secondary' : 'primary'}>
              {closable ? m.visits_make_again() : m.visits_make()}
            </Button>
            {closable ? (
              <Button name="intent" value="revoke" variant="danger">
                {m.visits_revoke()}
              </Button>
            ) : null}
          </Form>
        </Card>
        <p className="muted">{m.visits_safety()}</p>
      </div>
    </>
  )
}
