import { Link, useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'

export type ListedMail = { messageId: string; recipient: string; subject: string; at: string }

/** The mails that stayed on this machine, each a link to its text. */
export function MailList({
  mails,
  total,
  page,
  pages,
}: {
  mails: ListedMail[]
  total: number
  page: number
  pages: number
}) {
  const { search } = useLocation()
  if (mails.length === 0)
    return <EmptyState title={m.mail_mailbox_empty_title()} text={m.mail_mailbox_empty()} />
  return (
    <>
      <Table
        caption={m.mail_mailbox_count({ count: total })}
        rows={mails}
        rowKey={({ messageId }) => messageId}
        columns={[
          {
            key: 'subject',
            header: m.mail_mailbox_subject(),
            cell: ({ subject, messageId }) => (
              <Link to={`/dev/mailbox?mail=${encodeURIComponent(messageId)}`}>{subject}</Link>
            ),
          },
          { key: 'to', header: m.mail_mailbox_to(), cell: ({ recipient }) => recipient },
          { key: 'at', header: m.mail_mailbox_at(), cell: ({ at }) => at },
        ]}
      />
      <Pagination page={page} pages={pages} search={search} />
    </>
  )
}
