import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { sideBySide } from '../measure.ts'
import { atMost } from '../report.ts'
import type { Measure } from './measure-of.ts'
import { aCaseManager, takeOn } from './people.ts'

const READS = 300
const LIMIT = 1.5

/** A person's file opened with its entry in the audit, beside the same file opened and nobody told. */
export const auditedRead: Measure = async (_bench, size) => {
  const anna = await aCaseManager('Lettura')
  const people = await takeOn(anna, size)
  const { bare, ours } = await sideBySide(people.slice(0, READS), {
    bare: (id) =>
      withActor(anna, async (tx) => {
        await readCandidate(tx, anna.orgId, id)
        tx.audits.splice(0)
      }),
    ours: (id) => withActor(anna, (tx) => readCandidate(tx, anna.orgId, id)),
  })
  return {
    rows: [
      { name: 'file of a person, no entry written', ...bare },
      { name: 'file of a person, audited', ...ours },
    ],
    targets: [atMost('audited read / bare read, p50', ours.p50 / bare.p50, LIMIT)],
  }
}
