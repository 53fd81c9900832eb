import { localDate } from '#app/domain/calendar/rome.ts'
import { exportRelationships } from '#app/domain/relationships/export-relationships.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { now } from '#app/platform/clock.server.ts'
import { csvOf } from '#app/web/company/export-csv.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { requireFreshFactor } from '#app/web/fresh-factor.server.ts'
import { relationshipsTable, relationshipTables } from '#app/web/network/relationships-table.server.ts'
import { relationshipsInWords } from '#app/web/network/relationships-view.server.ts'

/** A file of one part of the page of the relationships; to whoever has just shown that it is her. */
export const loader = defineLoader(['coordinator'], async (call) => {
  await requireFreshFactor(call)
  const { tx, url, info } = call
  const asked = relationshipTables.find((table) => table === url.searchParams.get('tabella'))
  if (!asked) throw new DomainError('not_found', 'not_found')
  const view = relationshipsInWords(await exportRelationships(tx), info.locale)
  return new Response(csvOf(relationshipsTable(view, asked)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${asked}-${localDate(now())}.csv"`,
    },
  })
})
