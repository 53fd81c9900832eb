import type { Cell, ExportTable } from '../company/export-table.server.ts'
import { text } from '../text.server.ts'
import type { RelationshipsView } from './relationships-view.server.ts'

/** What of the page leaves as a file, by its anchor on the page. */
export const relationshipTables = ['persone', 'risposte', 'lavoro', 'terreno'] as const
export type RelationshipTable = (typeof relationshipTables)[number]

type Table = { header: string[]; rows: Cell[][] }

const BY = 'relations_export_by'

function replies({ replies: { stages, organisations, territories } }: RelationshipsView): Table {
  const rows = (by: string, lines: RelationshipsView['replies']['stages']) =>
    lines.map(({ label, sent, inTime, answered }) => [text(by), label, sent, inTime, answered])
  return {
    header: [BY, 'relations_export_name', 'relations_replies_sent', 'relations_replies_in_time'].concat(
      'relations_replies_answered',
    ),
    rows: [
      ...rows('network_stage', stages),
      ...rows('network_organisation', organisations),
      ...rows('relations_territory', territories),
    ],
  }
}

function efforts({ efforts: { stages, organisations } }: RelationshipsView): Table {
  const rows = (by: string, lines: RelationshipsView['efforts']['stages']) =>
    lines.map(({ label, minutes, hosted, hired }) => [text(by), label, minutes, hosted, hired])
  return {
    header: [BY, 'relations_export_name', 'relations_export_minutes', 'relations_effort_hosted'].concat(
      'relations_effort_hired',
    ),
    rows: [...rows('network_stage', stages), ...rows('network_organisation', organisations)],
  }
}

function ground({ territories, sectors }: RelationshipsView): Table {
  const rows = (by: string, lines: RelationshipsView['territories']) =>
    lines.map(({ label, companies, warm, cold }) => {
      return [text(by), label, companies, warm, cold.map((each) => each.label).join(', ')]
    })
  return {
    header: [BY, 'relations_export_name', 'network_companies_header', 'relations_ground_warm'].concat(
      'relations_export_cold',
    ),
    rows: [...rows('relations_territory', territories), ...rows('network_sector', sectors)],
  }
}

const keepers = ({ sole }: RelationshipsView): Table => ({
  header: [
    ...['relations_sole_person', 'network_organisation'],
    ...['relations_sole_companies', 'relations_sole_engaged'],
  ],
  rows: sole.keepers.map(({ name, org, companies, engaged }) => [name, org, companies, engaged]),
})

const tables: Record<RelationshipTable, (view: RelationshipsView) => Table> = {
  persone: keepers,
  risposte: replies,
  lavoro: efforts,
  terreno: ground,
}

/** One part of the page as a table of values, suppressed as the page is. */
export function relationshipsTable(view: RelationshipsView, asked: RelationshipTable): ExportTable {
  const { header, rows } = tables[asked](view)
  return { header: header.map((key) => text(key)), rows }
}
