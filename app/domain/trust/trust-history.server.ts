import { inArray, sql, type Column, type SQL } from 'drizzle-orm'
import { companies, interactions } from '#db/schema/companies.ts'
import { cards } from '#db/schema/proposals.ts'
import { trustEvents, trustWeights } from '#db/schema/trust.ts'
import type { CompanyId } from '../shared/ids.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { costlessSilences } from './agreed-silence.ts'
import { defaultKinds, isGood, trustKinds, type TrustKind, type TrustKinds } from './event-kinds.ts'
import type { TrustEvent } from './score.ts'
import { silenceEvents } from './silence.ts'
import { standingChanges } from './standing-changes.server.ts'

const known: ReadonlySet<string> = new Set(trustKinds)
const isKind = (kind: string): kind is TrustKind => known.has(kind)

/** The weights in force: the defaults, and over them what coordinators have changed. */
export async function trustKindsInForce(tx: Tx): Promise<TrustKinds> {
  const changed = await tx.select().from(trustWeights)
  const rules = changed.filter(({ kind }) => isKind(kind))
  return {
    ...defaultKinds,
    ...Object.fromEntries(rules.map(({ kind, weight, halfLifeDays }) => [kind, { weight, halfLifeDays }])),
  }
}

/**
 * Everything that counts in a company's score at `at`: the recorded events and the weeks of silence between contacts,
 * but those of a pause. A contact is the day the company was entered, an interaction in which somebody answered, a card
 * that was answered at last, or good news of its own.
 * Needs a transaction that may read the events: of staff, or of our own processes.
 */
export async function trustHistory(tx: Tx, companyId: CompanyId, at: Date): Promise<TrustEvent[]> {
  return (await trustHistories(tx, [companyId], at)).get(companyId) ?? []
}

/** Instants as a list of numbers: of a million rows, making rows and dates would cost more than reading them. */
const milliseconds = (column: Column | SQL) =>
  sql`json_agg(floor(extract(epoch from ${column}) * 1000)::bigint)`

/** `trustHistory` of several companies, in as many statements as for one. */
export async function trustHistories(
  tx: Tx,
  companyIds: readonly CompanyId[],
  at: Date,
): Promise<Map<CompanyId, TrustEvent[]>> {
  const ids = [...companyIds]
  if (ids.length === 0) return new Map()
  const { id, createdAt, pausedUntil, doNotContact } = companies
  const [found, rows, talks, changes] = await together([
    tx.select({ id, createdAt, pausedUntil, doNotContact }).from(companies).where(inArray(companies.id, ids)),
    tx.execute<{ companyId: CompanyId; kind: string; ids: string[]; at: number[] }>(
      sql`select ${trustEvents.companyId} as "companyId", ${trustEvents.kind}, json_agg(${trustEvents.id}) as ids,
          ${milliseconds(trustEvents.occurredAt)} as at
        from ${trustEvents} where ${inArray(trustEvents.companyId, ids)} and ${trustEvents.withdrawnAt} is null
        group by 1, 2`,
    ),
    tx.execute<{ companyId: CompanyId; at: number[] }>(
      sql`select company_id as "companyId", ${milliseconds(sql`at`)} as at from (
          select ${interactions.companyId} as company_id, ${interactions.occurredAt} as at from ${interactions}
            where ${inArray(interactions.companyId, ids)} and ${interactions.outcome} <> 'no_answer'
          union all
          select ${cards.companyId}, ${cards.answeredAt} from ${cards}
            where ${inArray(cards.companyId, ids)} and ${cards.answeredAt} is not null
        ) heard group by 1`,
    ),
    standingChanges(tx, ids),
  ])
  const rowsOf = byCompany(rows)
  const talksOf = byCompany(talks)
  return new Map(
    found.map((company) => {
      const recorded = (rowsOf.get(company.id) ?? []).flatMap(({ kind, ids, at: instants }) =>
        isKind(kind)
          ? ids.map((id, index) => ({ id, kind, occurredAt: instants[index] ?? NaN, withdrawnAt: null }))
          : [],
      )
      const good = recorded.filter((event) => isGood(event.kind))
      const contacts = [
        ...(talksOf.get(company.id) ?? []).flatMap((talk) => talk.at),
        ...good.map((event) => event.occurredAt),
      ]
      const pauses = costlessSilences(changes.get(company.id) ?? [], company)
      const silence = silenceEvents({ since: company.createdAt, contacts, pauses }, at)
      return [company.id, [...recorded, ...silence]]
    }),
  )
}

function byCompany<Row extends { companyId: CompanyId }>(rows: readonly Row[]): Map<CompanyId, Row[]> {
  const groups = new Map<CompanyId, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.companyId)
    if (group) group.push(row)
    else groups.set(row.companyId, [row])
  }
  return groups
}
