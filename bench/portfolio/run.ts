import { companiesToPlan } from '#app/domain/follow-ups/companies-to-plan.server.ts'
import { networkRelationships } from '#app/domain/relationships/relationships.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { withBenchDatabase } from '../database.ts'
import { sideBySide, timed } from '../measure.ts'
import { atMost, type Report } from '../report.ts'
import { bareFirstPage, barePage, bareSorts, firstPage, wholePage } from './contenders.ts'
import { fill, HEAVY, LEAD, ORG } from './fill.ts'

const TODAY = new Date('2026-11-23T10:00:00Z')
const EVENTS_A_COMPANY = 100
const ROUNDS = 8
const SCORES_AT_ONCE = 250
/** Times the bare SQL of the same rows. */
const PAGE_LIMIT = 3
const RECOMPUTATION_SECONDS = 10

const caseManager: StaffActor = {
  kind: 'staff',
  role: 'case_manager',
  userId: LEAD as UserId,
  orgId: ORG as OrganisationId,
  name: 'Banco',
}

const coordinator: StaffActor = { ...caseManager, role: 'coordinator' }

const rounds = <T>(items: readonly T[]): T[] => Array.from({ length: ROUNDS }, () => items).flat()

/** Every score of the network computed anew, as the worker does at night. */
async function keepAll(): Promise<void> {
  for (let last: CompanyId | null = null; ;) {
    const page: CompanyId[] = await withActor(system('bench'), (tx) =>
      companiesToPlan(tx, last, SCORES_AT_ONCE),
    )
    await withActor(system('bench'), (tx) => keepScores(tx, page))
    if (page.length < SCORES_AT_ONCE) return
    last = page.at(-1) ?? null
  }
}

/** The portfolio of `size` companies with a hundred events each, beside the bare statements of the same rows. */
export async function run(size: number): Promise<Report> {
  const restore = setClock(() => TODAY)
  const events = size * EVENTS_A_COMPANY
  try {
    return await withBenchDatabase('portfolio', ({ asSuperuser }) =>
      asSuperuser(async (db) => {
        await fill(db, size, events, TODAY)
        const recomputed = await timed(keepAll)
        await db.unsafe('vacuum analyze companies')
        const pages = await withActor(caseManager, (tx) =>
          sideBySide(rounds(bareSorts), {
            bare: (sort) => bareFirstPage(db, sort),
            ours: (sort) => firstPage(tx, sort),
          }),
        )
        const heavy = await withActor(caseManager, (tx) =>
          sideBySide(rounds([HEAVY as CompanyId]), {
            bare: (id) => barePage(db, id),
            ours: (id) => wholePage(tx, id),
          }),
        )
        const network = await withActor(coordinator, (tx) =>
          sideBySide(rounds([tx]), { relationships: networkRelationships }),
        )
        const seconds = recomputed.took / 1000
        return {
          ...{ name: 'portfolio', size },
          rows: [
            { name: `score and slope of ${size} companies, ${events} events`, seconds },
            { name: 'first page, bare statement, no row security', ...pages.bare },
            { name: 'first page of the portfolio', ...pages.ours },
            { name: 'company of 2000 events, bare statements', ...heavy.bare },
            { name: 'page of a company of 2000 events', ...heavy.ours },
            { name: 'relationships of the network', ...network.relationships },
          ],
          targets: [
            atMost('first page / bare SQL of its rows, p50', pages.ours.p50 / pages.bare.p50, PAGE_LIMIT),
            atMost('company page / bare SQL of its rows, p50', heavy.ours.p50 / heavy.bare.p50, PAGE_LIMIT),
            atMost('scores computed anew, s', seconds, RECOMPUTATION_SECONDS),
          ],
        }
      }),
    )
  } finally {
    restore()
  }
}
