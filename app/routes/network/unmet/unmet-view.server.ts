import { isIsoDate } from '#app/domain/calendar/rome.ts'
import { UNSTATED } from '#app/domain/network/match-tally.ts'
import type { Cell } from '#app/domain/network/suppress.ts'
import { frozenMonths, measures, readUnmet, type UnmetTable } from '#app/domain/network/unmet.server.ts'
import { sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { areas } from '#app/domain/places/areas.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { formatMonth } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'

type Labelled = { key: string; label: string; cells: Cell[] }

const labelOf = (key: string, dimension: 'area' | 'sector', locale: LabelLocale): string => {
  if (key === 'all') return text('network_unmet_network')
  if (key === UNSTATED) return text('network_unmet_sector_unstated')
  return dimension === 'area' ? text(`proposals_area_${key}`) : sectorLabel(key, locale)
}

/** Rows with their names: provinces in their own order, sectors by name, the network last. */
function labelled({ rows }: UnmetTable, dimension: 'area' | 'sector', locale: LabelLocale): Labelled[] {
  const place = ({ key, label }: Labelled) => {
    if (key === 'all') return '3'
    if (key === UNSTATED) return '2'
    return dimension === 'area' ? `1${areas.findIndex((area) => area === key)}` : `1${label}`
  }
  return rows
    .map(({ key, cells }) => ({ key, label: labelOf(key, dimension, locale), cells }))
    .toSorted((a, b) => place(a).localeCompare(place(b), locale))
}

/** What each constraint alone keeps out in the whole network: the cells of the last row, as bars. */
const barsOf = ({ rows }: UnmetTable) =>
  measures.slice(2).map((measure, at) => ({
    label: text(`matching_constraint_${measure}`),
    cell: rows.at(-1)?.cells[at + 2] ?? 0,
  }))

const columns = () =>
  measures.map((measure) => ({
    key: measure,
    header:
      measure === 'all' || measure === 'unmet'
        ? text(`network_unmet_${measure}`)
        : text(`matching_constraint_${measure}`),
  }))

/** A frozen month in the reader's language, the newest unless `?mese=` names another; null before the first. */
export async function unmetView(tx: Tx, url: URL, locale: LabelLocale) {
  const months = await frozenMonths(tx)
  const asked = url.searchParams.get('mese')
  const month = months.find((one) => one === asked && isIsoDate(one)) ?? months[0]
  if (!month) return null
  const { demand, supply } = await readUnmet(tx, month)
  const side = (tables: typeof demand) => ({
    bars: barsOf(tables.area),
    area: labelled(tables.area, 'area', locale),
    sector: labelled(tables.sector, 'sector', locale),
  })
  return {
    month,
    monthName: formatMonth(month),
    months: months.map((one) => ({ value: one, label: formatMonth(one) })),
    columns: columns(),
    demand: side(demand),
    supply: side(supply),
  }
}

export type UnmetView = NonNullable<Awaited<ReturnType<typeof unmetView>>>
