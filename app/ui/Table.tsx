import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The column that names the row; the first one unless told otherwise. */
  heading?: boolean
  align?: 'end'
  /** Dates and codes, which read badly in two lines. */
  nowrap?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  sort?: { to: string; now?: 'ascending' | 'descending' }
}

type TableProps<Row> = {
  caption: string
  /** Keeps the caption for assistive technology where a heading above already says it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  compact?: boolean
}

/**
 * A table that becomes a list of small cards on a phone. The roles repeat what the elements mean, because browsers
 * drop table semantics once rows are displayed as blocks.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, compact }: TableProps<Row>) {
  const named = columns.some((column) => column.heading)
  const isHeading = (column: Column<Row>, index: number) => (named ? column.heading === true : index === 0)
  return (
    <div className="table-frame">
      <table className={classNames('table table--stacked', compact && 'table--compact')} role="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, align, sort }) => (
              <th
                key={key}
                scope="col"
                role="columnheader"
                aria-sort={sort?.now}
                className={align && 'cell-end'}
              >
                {sort ? <SortLink header={header} {...sort} /> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) =>
                isHeading(column, index) ? (
                  <th key={column.key} scope="row" role="rowheader" className={cellClass(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role="cell" data-label={column.header} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = ({ align, nowrap }: Pick<Column<never>, 'align' | 'nowrap'>) =>
  classNames(align && 'cell-end', nowrap && 'text-nowrap') || undefined

function SortLink({ header, to, now }: { header: string; to: string; now?: 'ascending' | 'descending' }) {
  return (
    <Link to={to} preventScrollReset>
      {header}
      {now ? <Icon name={now === 'ascending' ? 'arrow-up' : 'arrow-down'} /> : null}
    </Link>
  )
}
