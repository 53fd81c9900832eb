import type { SubmissionResult } from '@conform-to/react'
import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Button } from '#app/ui/Button.tsx'
import { LogForm, type LogFormProps } from '#app/ui/company/LogForm.tsx'
import { RecentContacts } from '#app/ui/company/RecentContacts.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

export type LogContactView = Pick<
  LogFormProps,
  'constraint' | 'contacts' | 'today' | 'seenAt' | 'settles'
> & { companyId: string; name: string; recent: string[]; logKey: string }

type LogContactPageProps = {
  view: LogContactView
  lastResult: SubmissionResult<string[]> | undefined
  companies: string
}

/** A contact with one company, in under 15 seconds: what colleagues are about, one press for a reply, or the short form. */
export function LogContactPage({ view, lastResult, companies }: LogContactPageProps) {
  const { companyId, name, recent, logKey, ...form } = view
  const { pathname, search } = useLocation()
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: companies, label: m.relationship_companies() },
          { to: `${companies}/${companyId}`, label: name },
          { label: m.relationship_log_title() },
        ]}
      />
      <PageHeader eyebrow={name} title={m.relationship_log_title()} lead={m.relationship_log_lead()} />
      <RecentContacts lines={recent} />
      <Form method="post" action={pathname + search} className="card card--quiet mb-4">
        <IdempotencyKey value={`${logKey}-r`} />
        <input type="hidden" name="intent" value="replied" />
        <p>
          <strong>{m.day_replied()}</strong> {m.day_replied_lead()}
        </p>
        <div className="button-row">
          <Button variant="secondary" icon="phone" name="by" value="call">
            {m.day_replied_call()}
          </Button>
          <Button variant="secondary" icon="mail" name="by" value="mail">
            {m.day_replied_mail()}
          </Button>
        </div>
      </Form>
      <LogForm {...form} lastResult={lastResult} formKey={logKey} layout="cards" />
    </div>
  )
}
