import { drizzle } from 'drizzle-orm/postgres-js'
import { listCandidates } from '#app/domain/candidates/list-candidates.server.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { preparing } from '#db/prepare-statements.ts'
import { sideBySide } from '../measure.ts'
import { atMost } from '../report.ts'
import type { Measure } from './measure-of.ts'
import { aCaseManager, takeOn } from './people.ts'

const READS = 200
const LIMIT = 1.3

/** The first page of an organisation's people through the door of the house, beside the same statements as superuser. */
export const rowSecurity: Measure = async ({ asSuperuser }, size) => {
  const bruno = await aCaseManager('Elenco')
  await takeOn(bruno, size)
  return asSuperuser(async (sql) => {
    await sql.unsafe('vacuum analyze candidates, profiles')
    const past = Object.assign(drizzle(preparing(sql)), { actor: bruno, audits: [] }) as unknown as Tx
    const { bare, ours } = await sideBySide(
      Array.from({ length: READS }, (_, n) => n),
      {
        bare: () => listCandidates(past, bruno.orgId, {}, 1),
        ours: () => withActor(bruno, (tx) => listCandidates(tx, bruno.orgId, {}, 1)),
      },
    )
    return {
      rows: [
        { name: 'page of people, no row security, no transaction', ...bare },
        { name: 'page of people, withActor', ...ours },
      ],
      targets: [
        atMost('row security and withActor / the same query without, p50', ours.p50 / bare.p50, LIMIT),
      ],
    }
  })
}
