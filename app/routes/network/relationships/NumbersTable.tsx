import { Table } from '#app/ui/Table.tsx'
import { RowName } from './RowName.tsx'

type Named = Parameters<typeof RowName>[0] & { key: string }

type NumbersTableProps<Row extends Named> = {
  caption: string
  /** What the rows are: the header over their names. */
  header: string
  rows: readonly Row[]
  /** The columns of numbers: which one, under which header. */
  numbers: readonly (readonly [column: keyof Row & string, header: string])[]
}

/** What a number comes to for each stage, organisation or territory. */
export function NumbersTable<Row extends Named>({ caption, header, rows, numbers }: NumbersTableProps<Row>) {
  return (
    <Table
      compact
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header, cell: RowName },
        ...numbers.map(([column, title]) => ({
          ...{ key: column, header: title, align: 'end' as const },
          cell: (row: Row) => String(row[column]),
        })),
      ]}
    />
  )
}
