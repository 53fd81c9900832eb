import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { companyMergeRows } from '#db/schema/company-merges.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { keepAtWork } from '../ownership/owner-lock.server.ts'
import type { CompanyId, CompanyMergeId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { CANCELLED, SUBJECTS } from './move-rows.server.ts'
import { ownedByCompany, type Owned } from './owned-by-company.ts'

type Return = { mergeId: CompanyMergeId; from: CompanyId; into: CompanyId }

/**
 * What came to be while the two were one and hangs on something that goes back: a call to a contact, a card of an opening. By
 * table, the column that names what it hangs on and the tables this may be.
 */
const hangsOn: Partial<Record<Owned[0], { column: string; on: readonly string[] }>> = {
  interactions: { column: 'contact_id', on: ['contacts'] },
  mails: { column: 'contact_id', on: ['contacts'] },
  inbound_mails: { column: 'contact_id', on: ['contacts'] },
  users: { column: 'contact_id', on: ['contacts'] },
  cards: { column: 'opening_id', on: ['openings'] },
  proposals: { column: 'opening_id', on: ['openings'] },
  placements: { column: 'opening_id', on: ['openings'] },
  opening_questions: { column: 'opening_id', on: ['openings'] },
  follow_ups: { column: 'subject_id', on: ['openings', 'cards', 'placements', 'stories'] },
  trust_events: {
    column: 'cause_id',
    on: ['interactions', 'openings', 'cards', 'placements', 'stories', 'testimonials'],
  },
}

/**
 * Gives back to `from` every row that the merge took from it, and what hangs on them since. The order of the list puts what
 * others hang on first. Rows that have gone elsewhere meanwhile stay there. Runs as our own processes.
 */
export async function returnRows(tx: Tx, { mergeId, from, into }: Return): Promise<void> {
  const noted = (owned: string): SQL =>
    sql`(select row_id from ${companyMergeRows} where merge_id = ${mergeId} and owned = ${owned})`
  for (const [table, column] of ownedByCompany) {
    const name = sql.identifier(table)
    const of = sql.identifier(column)
    const hangs = hangsOn[table]
    const owners = (hangs?.on ?? []).map(
      (on) => sql`select id from ${sql.identifier(on)} where company_id = ${from}`,
    )
    const since =
      hangs && owners.length > 0
        ? sql` or ${sql.identifier(hangs.column)} in (${sql.join(owners, sql` union all `)})`
        : sql``
    await tx.execute(
      sql`update ${name} set ${of} = ${from} where ${of} = ${into} and (id in ${noted(`${table}.${column}`)}${since})`,
    )
  }
  await tx.execute(
    sql`update ${followUps} set subject_id = ${from} where id in ${noted(SUBJECTS)} and company_id = ${from}`,
  )
  await tx.execute(sql`update ${followUps} set state = 'planned', why = '', done_at = null
    where id in ${noted(CANCELLED)} and company_id = ${from} and state = 'cancelled' and why = 'merged'`)
  await freeOfWhoLeft(tx, from)
}

/** A task that comes back is nobody's by name where its account was shut meanwhile: her organisation has it. */
async function freeOfWhoLeft(tx: Tx, companyId: CompanyId): Promise<void> {
  const open = and(eq(followUps.companyId, companyId), eq(followUps.state, 'planned'))
  const had = await tx
    .selectDistinct({ userId: followUps.assigneeId })
    .from(followUps)
    .where(and(open, isNotNull(followUps.assigneeId)))
    .orderBy(followUps.assigneeId)
  for (const { userId } of had) {
    if (userId === null || (await keepAtWork(tx, userId))) continue
    await tx
      .update(followUps)
      .set({ assigneeId: null })
      .where(and(open, eq(followUps.assigneeId, userId)))
  }
}
