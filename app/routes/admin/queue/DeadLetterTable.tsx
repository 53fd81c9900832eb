import { Form, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'

export type ShownLetter = { id: string; what: string; cause: string; attempts: number; since: string }

type DeadLetterTableProps = {
  letters: ShownLetter[]
  page: number
  pages: number
  maxLength?: number
  formKey: string
}

/** What was given up and why, each to be tried again or discarded with a reason. */
export function DeadLetterTable({ letters, page, pages, maxLength, formKey }: DeadLetterTableProps) {
  const { search } = useLocation()
  if (letters.length === 0) {
    return <EmptyState icon="check" title={m.mail_queue_none_title()} text={m.mail_queue_none()} />
  }
  return (
    <>
      <Table
        caption={m.mail_queue_dead_title()}
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { key: 'what', header: m.mail_queue_what(), cell: ({ what }) => what },
          { key: 'cause', header: m.mail_queue_cause(), cell: ({ cause }) => cause },
          { key: 'tries', header: m.mail_queue_tries(), cell: ({ attempts }) => attempts, align: 'end' },
          { key: 'since', header: m.mail_queue_since(), cell: ({ since }) => since },
          {
            key: 'actions',
            header: m.mail_queue_actions(),
            cell: (letter) => <Actions letter={letter} maxLength={maxLength} formKey={formKey} />,
          },
        ]}
      />
      <Pagination page={page} pages={pages} search={search} />
    </>
  )
}

type ActionsProps = { letter: ShownLetter; maxLength?: number; formKey: string }

/** Two forms, because only one of them asks for a reason; that one opens when it is wanted. */
function Actions({ letter: { id, what }, maxLength, formKey }: ActionsProps) {
  return (
    <div className="stack">
      <Form method="post">
        <IdempotencyKey value={`${formKey}-${id.slice(0, 8)}-r`} />
        <input type="hidden" name="outboxId" value={id} />
        <Button
          variant="secondary"
          size="sm"
          name="intent"
          value="retry"
          aria-label={m.mail_queue_retry_of({ what })}
        >
          {m.mail_queue_retry()}
        </Button>
      </Form>
      <Disclosure summary={m.mail_queue_discard()}>
        <Form method="post">
          <IdempotencyKey value={`${formKey}-${id.slice(0, 8)}-d`} />
          <input type="hidden" name="outboxId" value={id} />
          <Field
            id={`reason-${id}`}
            name="reason"
            label={m.mail_queue_reason()}
            required
            maxLength={maxLength}
          />
          <Button
            variant="danger"
            size="sm"
            name="intent"
            value="discard"
            aria-label={m.mail_queue_discard_of({ what })}
          >
            {m.mail_queue_discard()}
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}
