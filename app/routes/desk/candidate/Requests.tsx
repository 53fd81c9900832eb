import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import type { FileView } from './file-view.server.ts'

type RequestsProps = Pick<FileView, 'requests' | 'candidateId' | 'followed'> & { formKey: string }

/** What she asks of her data, each with the day by which the law wants it answered; whoever follows her answers. */
export function Requests({ requests, candidateId, followed, formKey }: RequestsProps) {
  if (requests.length === 0) return null
  return (
    <Card as="section" tone="accent" title={m.visits_requests_title()}>
      {requests.map(({ kind, title, due }) => (
        <Form method="post" key={kind} className="stack">
          <IdempotencyKey value={`${formKey}-${kind}`} />
          <input type="hidden" name="kind" value={kind} />
          <p className="mb-0">
            <strong>{title}.</strong> {due}
          </p>
          {followed ? (
            <>
              <p className="mb-0">
                {kind === 'copy' ? (
                  <Link to={`/lavoro/persone/${candidateId}/copia`}>{m.audit_copy_link()}</Link>
                ) : (
                  <Link to={`/lavoro/persone/${candidateId}/cancellazione`}>{m.audit_erase_link()}</Link>
                )}
              </p>
              <Button variant="secondary" size="sm" name="intent" value="request">
                {m.visits_request_done()}
                <span className="visually-hidden">: {title}</span>
              </Button>
            </>
          ) : null}
        </Form>
      ))}
    </Card>
  )
}
