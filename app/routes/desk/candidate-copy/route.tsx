import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exportReasons } from '#app/domain/audit/actions.ts'
import { followedPerson } from '#app/domain/candidates/followed-person.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.audit_copy_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => {
  const { tx, actor, id } = call
  const candidateId = id<CandidateId>('id')
  const { code } = await followedPerson(tx, { orgId: ownOrganisation(actor), candidateId })
  await requireFreshFactor(call)
  return {
    code,
    candidateId,
    reasons: exportReasons.map((reason) => ({ value: reason, label: text(`audit_copy_reason_${reason}`) })),
  }
})

export default function CopyPage() {
  const { code, candidateId, reasons } = useLoaderData<typeof loader>()
  const file = `/lavoro/persone/${candidateId}`
  return (
    <div className="stack">
      <Breadcrumbs
        items={[
          { to: '/lavoro/persone', label: m.desk_people() },
          { to: file, label: code },
          { label: m.audit_copy_title() },
        ]}
      />
      <PageHeader eyebrow={code} title={m.audit_copy_title()} lead={m.audit_copy_lead()} />
      <Card as="section" title={m.audit_copy_why()}>
        {/* A download leaves the page as it is: the browser sends this form itself. */}
        <form method="post" action={`${file}/copia/scarica`}>
          <RadioGroup
            id="reason"
            name="reason"
            legend={m.audit_copy_reason()}
            hint={m.audit_copy_reason_hint()}
            required
            unmarked
            options={reasons}
          />
          <Notice tone="warn">{m.audit_copy_warning()}</Notice>
          <p className="card-actions">
            <Button name="format" value="html">
              {m.audit_copy_html()}
            </Button>{' '}
            <Button variant="secondary" name="format" value="json">
              {m.audit_copy_json()}
            </Button>
          </p>
        </form>
      </Card>
    </div>
  )
}
