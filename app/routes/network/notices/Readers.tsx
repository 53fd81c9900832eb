import { useLocation } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Pagination } from '#app/ui/Pagination.tsx'
import { Table } from '#app/ui/Table.tsx'

type Line = { id: string; day: string; who: string | null; organisation: string | null }
type ReadersProps = { lines: readonly Line[]; limit: number; page: number; pages: number }

/** Who opened more files on a day than anybody's work needs. */
export function Readers({ lines, limit, page, pages }: ReadersProps) {
  const { search } = useLocation()
  return (
    <section aria-labelledby="readers" className="stack">
      <h2 id="readers">{m.audit_notices_readers()}</h2>
      <p className="prose">{m.audit_notices_readers_lead({ limit })}</p>
      {lines.length === 0 ? (
        <p className="muted">{m.audit_notices_readers_none()}</p>
      ) : (
        <>
          <Table
            caption={m.audit_notices_readers()}
            captionHidden
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { key: 'day', header: m.audit_notices_day(), cell: ({ day }) => day, nowrap: true },
              { key: 'who', header: m.audit_notices_who(), cell: ({ who }) => who ?? '–', heading: true },
              {
                key: 'organisation',
                header: m.audit_notices_organisation(),
                cell: ({ organisation }) => organisation ?? '–',
              },
            ]}
          />
          <Pagination page={page} pages={pages} search={search} />
        </>
      )}
    </section>
  )
}
