import { m } from '#app/locales/generated/messages.js'
import { Table } from '#app/ui/Table.tsx'

const columns = [
  { name: m.imports_column_company, says: m.imports_says_company, needed: true },
  { name: m.imports_column_vatId, says: m.imports_says_vat, needed: false },
  { name: m.imports_column_day, says: m.imports_says_day, needed: true },
  { name: m.imports_column_kind, says: m.imports_says_kind, needed: true },
  { name: m.imports_column_outcome, says: m.imports_says_outcome, needed: true },
  { name: m.imports_column_minutes, says: m.imports_says_minutes, needed: false },
  { name: m.imports_column_note, says: m.imports_says_note, needed: false },
]

/** What each column of the file says, for whoever prepares it. */
export function FileColumns() {
  return (
    <Table
      compact
      caption={m.imports_columns()}
      rows={columns}
      rowKey={({ name }) => name()}
      columns={[
        { key: 'name', header: m.imports_columns_name(), cell: ({ name }) => name() },
        { key: 'says', header: m.imports_columns_says(), cell: ({ says }) => says() },
        {
          key: 'needed',
          header: m.imports_columns_needed(),
          cell: ({ needed }) => (needed ? m.imports_needed() : m.imports_not_needed()),
        },
      ]}
    />
  )
}
