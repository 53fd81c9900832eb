import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadPlacement } from '#app/domain/placements/load-placement.server.ts'
import { recordReportSchema } from '#app/domain/placements/record-report.schema.server.ts'
import { recordReport, withdrawReport } from '#app/domain/placements/record-report.server.ts'
import { reportOf, reports, trustOfReport } from '#app/domain/placements/reports.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { anAnsweredCard, look, NOVEMBER_23, start } from './answered-card.ts'

const db = useTestDatabase()

type Placed = Awaited<ReturnType<typeof anAnsweredCard>>

let giulia: StaffActor
let restore: () => void
beforeAll(async () => {
  restore = setClock(() => NOVEMBER_23)
  giulia = await aStaff()
})
afterAll(() => restore())

async function aPlacement(startsOn = '2026-11-02'): Promise<Placed> {
  const card = await anAnsweredCard(giulia)
  await start(giulia, card.cardId, { startsOn })
  return card
}
const tell = ({ cardId }: Placed, report: string, day = '2026-11-20', actor: Actor = giulia) =>
  withActor(actor, (tx) => recordReport(tx, cardId, recordReportSchema.parse({ report, day })))
const told = async ({ cardId }: Placed) =>
  (await withActor(giulia, (tx) => loadPlacement(tx, cardId))).placement?.reports ?? []
const withdraw = ({ cardId }: Placed, id: string, actor: Actor = giulia) =>
  withActor(actor, (tx) => withdrawReport(tx, cardId, id))

describe('what comes out of a placement', () => {
  it.each([
    ['feedback_good', 'feedback_good', 1],
    ['feedback_poor', 'feedback_poor', -1],
    ['late_pay', 'incident_confirmed', -1],
    ['incident', 'incident_confirmed', -1],
  ] as const)('%s is an event of the company’s trust and moves its score', async (report, kind, way) => {
    const placed = await aPlacement()
    const before = (await look(placed)).score
    await tell(placed, report)
    const after = await look(placed)
    expect(after.trust).toEqual([kind, 'placement_begun'].sort())
    expect(Math.sign(after.score - before)).toBe(way)
    expect(await told(placed)).toMatchObject([{ report, at: new Date('2026-11-20T11:00:00Z') }])
  })

  it('names the placement and no person, and is in the audit of her organisation', async () => {
    const placed = await aPlacement()
    await tell(placed, 'late_pay')
    const { placement } = await look(placed)
    const rows = await db.asSystem((tx) =>
      tx
        .select()
        .from(trustEvents)
        .where(and(eq(trustEvents.companyId, placed.companyId), eq(trustEvents.kind, 'incident_confirmed'))),
    )
    expect(rows).toMatchObject([{ causeType: 'late_pay', causeId: placement?.id, authorId: giulia.userId }])
    expect(JSON.stringify(rows)).not.toContain(placed.candidateId)
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, placed.candidateId)),
    )
    expect(acts.map(({ action, orgId }) => [action, orgId])).toContainEqual([
      'placement.reported',
      giulia.orgId,
    ])
  })

  it('withdrawn leaves no trace in the score, and cannot be withdrawn twice', async () => {
    const placed = await aPlacement()
    const before = (await look(placed)).score
    await tell(placed, 'incident')
    const [report] = await told(placed)
    await withdraw(placed, report?.id ?? '')
    expect((await look(placed)).score).toBe(before)
    expect(await told(placed)).toEqual([])
    await expect(withdraw(placed, report?.id ?? '')).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'relationship_report_gone' },
    })
  })

  it('is told once a day; another day, or another matter, is another report', async () => {
    const placed = await aPlacement()
    await tell(placed, 'feedback_good')
    for (const again of ['feedback_good', 'feedback_poor'])
      await expect(tell(placed, again)).rejects.toMatchObject({
        ...{ code: 'conflict', reason: 'relationship_report_known', field: 'day' },
      })
    await tell(placed, 'feedback_poor', '2026-11-23')
    await tell(placed, 'late_pay')
    expect((await told(placed)).map(({ report }) => report)).toEqual([
      ...['feedback_poor', 'feedback_good', 'late_pay'],
    ])
  })

  it('comes out of a placement that has begun, on a day of it', async () => {
    const ahead = await aPlacement('2026-12-01')
    await expect(tell(ahead, 'feedback_good', '2026-11-23')).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'relationship_report_not_begun' },
    })
    const placed = await aPlacement()
    await expect(tell(placed, 'feedback_good', '2026-11-01')).rejects.toMatchObject({
      ...{ code: 'invalid', field: 'day' },
    })
    expect(recordReportSchema.safeParse({ report: 'incident', day: '2026-11-24' }).success).toBe(false)
    expect(recordReportSchema.safeParse({ report: 'incident', day: '2026-11-23', note: 'x' }).success).toBe(
      false,
    )
  })

  it('is told and withdrawn by nobody outside of her organisation’s case managers', async () => {
    const placed = await aPlacement()
    await tell(placed, 'late_pay')
    const [report] = await told(placed)
    const others = [
      await aStaff(),
      await aStaff('coordinator', giulia.orgId),
      await anHrContact(placed.companyId),
    ]
    for (const other of others) {
      await expect(tell(placed, 'incident', '2026-11-20', other)).rejects.toThrow()
      await expect(withdraw(placed, report?.id ?? '', other)).rejects.toThrow()
    }
    expect(await told(placed)).toHaveLength(1)
    const elsewhere = await aPlacement()
    await expect(withdraw(elsewhere, report?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
  })
})

it('every report is known again by the event it leaves', () => {
  for (const report of reports) expect(reportOf(trustOfReport[report])).toBe(report)
  expect(reportOf({ kind: 'placement_begun', causeType: 'placement' })).toBeNull()
})
