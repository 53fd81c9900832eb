import type { Cell } from '#app/domain/network/suppress.ts'
import { m } from '#app/locales/generated/messages.js'
import { BarChart } from '#app/ui/charts/BarChart.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Table } from '#app/ui/Table.tsx'
import { formatNumber } from '#app/web/format.ts'
import type { UnmetView } from './unmet-view.server.ts'

type SideProps = {
  id: string
  title: string
  lead: string
  chart: { title: string; valueHeader: string }
  columns: UnmetView['columns']
  side: UnmetView['demand']
}

/** Lengths that no count has: half the smallest figure that is shown, and hardly any for what is kept back. */
const BELOW_FIVE = 2.5
const KEPT_BACK = 0.5

const lengthOf = (cell: Cell): number => (cell === 'hidden' ? KEPT_BACK : cell === '<5' ? BELOW_FIVE : cell)
const cellOf = (length: number): Cell =>
  length === KEPT_BACK ? 'hidden' : length === BELOW_FIVE ? '<5' : length

const shown = (cell: Cell): string => {
  if (cell === 'hidden') return m.network_unmet_hidden()
  return cell === '<5' ? m.network_unmet_few() : formatNumber(cell)
}

/** Unmet demand, or unmet supply: what alone stands between, as a picture and by territory and sector. */
export function Side({ id, title, lead, chart, columns, side }: SideProps) {
  const bars = side.bars.map(({ label, cell }) => ({ label, value: lengthOf(cell) }))
  const table = (caption: string, header: string, rows: typeof side.area) => (
    <Table
      compact
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'label', header, cell: ({ label }) => label },
        ...columns.map((column, at) => ({
          ...column,
          align: 'end' as const,
          cell: ({ cells }: (typeof rows)[number]) => shown(cells[at] ?? 0),
        })),
      ]}
    />
  )
  return (
    <section aria-labelledby={id} className="stack">
      <h2 id={id}>{title}</h2>
      <p className="prose">{lead}</p>
      <div className="card">
        <BarChart
          title={chart.title}
          description={m.network_unmet_chart_description()}
          bars={bars}
          labelHeader={m.network_unmet_constraint()}
          valueHeader={chart.valueHeader}
          formatValue={(value) => shown(cellOf(value))}
        />
      </div>
      {table(m.network_unmet_by_area({ side: title }), m.network_unmet_area(), side.area)}
      <Disclosure summary={m.network_unmet_by_sector({ side: title })}>
        {table(m.network_unmet_by_sector({ side: title }), m.network_sector(), side.sector)}
      </Disclosure>
    </section>
  )
}
