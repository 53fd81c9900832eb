import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FILES_A_DAY } from '#app/domain/audit/actions.ts'
import { companyNotices } from '#app/domain/watch/company-notices.server.ts'
import { NOTICES_PAGE, readingNotices } from '#app/domain/watch/reading-notices.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { text } from '#app/web/text.server.ts'
import { Companies } from './Companies.tsx'
import { Readers } from './Readers.tsx'

export const meta: MetaFunction = () => [{ title: `${m.audit_notices_title()} · Passaparola` }]

export const loader = defineLoader(['coordinator'], async ({ tx, url }) => {
  const page = pageNumber(url)
  const { notices, total } = await readingNotices(tx, page)
  const companies = await companyNotices(tx)
  return {
    companies: companies.map(({ at, kind, ...notice }) => ({
      ...notice,
      kind,
      what: text(`audit_notices_${kind}`),
      day: formatDate(at),
    })),
    readers: notices.map(({ at, ...notice }) => ({ ...notice, day: formatDate(at) })),
    page,
    pages: Math.ceil(total / NOTICES_PAGE),
  }
})

export default function NoticesPage() {
  const { companies, readers, page, pages } = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <PageHeader title={m.audit_notices_title()} lead={m.audit_notices_lead()} />
      <Companies lines={companies} />
      <Readers lines={readers} limit={FILES_A_DAY} page={page} pages={pages} />
    </div>
  )
}
