import { exampleTable } from '#app/web/imports/example-table.server.ts'
import { csvOf } from '#app/web/company/export-csv.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { text } from '#app/web/text.server.ts'

/** A file of contacts as the import takes it, to fill in. */
export const loader = defineLoader(['case_manager', 'coordinator'], async () => {
  const name = `${text('imports_example_file')}.csv`
  return new Response(csvOf(exampleTable()), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
})
