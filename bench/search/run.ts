import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withBenchDatabase } from '../database.ts'
import { seeded } from '../random.ts'
import type { Report } from '../report.ts'
import { entrySearch } from './entries.ts'
import { labelSearch } from './labels.ts'

const LABELS = 54_000

const caseManager: StaffActor = {
  kind: 'staff',
  role: 'case_manager',
  userId: '00000000-0000-4000-8000-000000000001' as UserId,
  orgId: '00000000-0000-4000-8000-000000000002' as OrganisationId,
  name: 'Banco',
}

/** The search box over labels with typing errors, and over `size` openings and companies. */
export async function run(size: number): Promise<Report> {
  const random = seeded(1926)
  const labels = await withBenchDatabase('search_labels', (database) =>
    labelSearch(database, caseManager, random, LABELS),
  )
  const entries = await withBenchDatabase('search', (database) =>
    entrySearch(database, caseManager, random, size),
  )
  return {
    ...{ name: 'search', size },
    rows: [...labels.rows, ...entries.rows],
    targets: [...labels.targets, ...entries.targets],
  }
}
