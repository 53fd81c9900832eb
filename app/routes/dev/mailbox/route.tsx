import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listKeptMails, readKeptMail } from '#app/domain/mails/demo-mailbox.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { linkParts } from './link-parts.ts'
import { MailList } from './MailList.tsx'

const PER_PAGE = 20

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.opened?.subject ?? m.mail_mailbox_title()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

/** Outside of production only: what would have left, so that a newcomer can follow its links. */
export const loader = defineLoader('everyone', async ({ tx, url }) => {
  const messageId = url.searchParams.get('mail')
  if (messageId) {
    const { text, at, ...mail } = await readKeptMail(tx, messageId)
    return {
      opened: { ...mail, at: formatDateTime(at), paragraphs: text.split('\n\n').map(linkParts) },
      list: null,
    }
  }
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('pagina') ?? '1', 10) || 1))
  const { mails, total } = await listKeptMails(tx, { page, perPage: PER_PAGE })
  return {
    opened: null,
    list: {
      mails: mails.map(({ at, ...mail }) => ({ ...mail, at: formatDateTime(at) })),
      total,
      page,
      pages: Math.ceil(total / PER_PAGE),
    },
  }
})

export default function Mailbox() {
  const { opened, list } = useLoaderData<typeof loader>()
  if (!opened) {
    return (
      <div className="stack">
        <PageHeader title={m.mail_mailbox_title()} lead={m.mail_mailbox_lead()} />
        {list ? <MailList {...list} /> : null}
      </div>
    )
  }
  return (
    <div className="stack">
      <Breadcrumbs
        items={[{ to: '/dev/mailbox', label: m.mail_mailbox_title() }, { label: opened.subject }]}
      />
      <PageHeader title={opened.subject} />
      <Card as="section">
        <DefinitionList
          items={[
            { term: m.mail_mailbox_to(), value: opened.recipient },
            { term: m.mail_mailbox_at(), value: opened.at },
          ]}
        />
      </Card>
      <Card as="section">
        {opened.paragraphs.map((parts, index) => (
          <p key={index}>
            {parts.map(({ text, link }, place) =>
              link ? (
                <a key={place} href={text}>
                  {text}
                </a>
              ) : (
                text
              ),
            )}
          </p>
        ))}
      </Card>
    </div>
  )
}
