import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { system, type HrActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId, OpeningId, UserId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { profiles } from '#db/schema/candidates.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { openings, openingShifts } from '#db/schema/openings.ts'
import { sideBySide } from '../measure.ts'
import { atMost } from '../report.ts'
import type { Measure } from './measure-of.ts'

const PROBES = 50
/** A median may lie this much above the other's. */
const LIMIT = 1.1
const MORNINGS = Array.from({ length: 336 }, (_, half) =>
  half < 240 && half % 48 >= 18 && half % 48 < 24 ? '1' : '0',
).join('')

/** Rolls the post back, so that the same probe can be posted again. */
class Undone extends Error {}

async function aCompanyThatProbes(): Promise<HrActor> {
  const ids = { userId: newId<UserId>(), companyId: newId<CompanyId>(), contactId: newId<ContactId>() }
  const name = 'Azienda che prova'
  await withActor(system('bench'), async (tx) => {
    const { companyId, contactId } = ids
    await tx.insert(companies).values({
      ...{ id: companyId, vatId: '00000000000', name, sector: 'hospitality', sizeBand: 'small' },
      ...{ placeCode: '001272', verification: 'verified', createdAt: now() },
    })
    await tx.insert(contacts).values({ id: contactId, companyId, name, createdAt: now() })
    const [email, role] = [`${contactId}@azienda.example`, 'hr_contact' as const]
    await tx
      .insert(users)
      .values({ id: ids.userId, role, companyId, contactId, name, email, createdAt: now() })
  })
  return { kind: 'hr', role: 'hr_contact', name, ...ids }
}

/** A draft that everybody in the engine fits, or, with a licence for buses, nobody. */
async function aDraft(tx: Tx, companyId: CompanyId, licences: string[]): Promise<OpeningId> {
  const id = newId<OpeningId>()
  await tx.insert(openings).values({
    ...{ id, companyId, state: 'draft', stepsDone: 4, kind: 'internship', title: 'Aiuto cuoco' },
    ...{ tasks: 'Aiuto in cucina', licences, professionCode: 'isco-9412-kitchen-helper' },
    ...{ placeCode: '001272', lat: 45.0703, lng: 7.6869 },
    ...{ payMonthlyCents: 60_000, startFrom: '2090-12-01', startLatest: '2091-01-15', createdAt: now() },
  })
  await tx.insert(openingShifts).values({ openingId: id, position: 0, kind: 'fixed', mask: MORNINGS })
  return id
}

/** A company posts fifty openings to find out whether somebody fits: how long the answer takes must not tell it. */
export const probing: Measure = async () => {
  const hr = await aCompanyThatProbes()
  const drafts = await withActor(system('bench'), async (tx) => {
    await tx.update(profiles).set({ matchable: true })
    const pairs = []
    for (let at = 0; at < PROBES / 2; at++) {
      const fitted = await aDraft(tx, hr.companyId, [])
      pairs.push({ fitted, unfitted: await aDraft(tx, hr.companyId, ['D']) })
    }
    return pairs
  })
  const post = (id: OpeningId) =>
    withActor(hr, async (tx) => {
      const { version } = await loadOpening(tx, id)
      await postOpening(tx, id, version)
      await loadOpening(tx, id)
      throw new Undone()
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  const { fitted, unfitted } = await sideBySide(drafts, {
    fitted: (pair) => post(pair.fitted),
    unfitted: (pair) => post(pair.unfitted),
  })
  const ratio = Math.max(fitted.p50 / unfitted.p50, unfitted.p50 / fitted.p50)
  return {
    rows: [
      { name: 'opening posted that everybody fits', ...fitted },
      { name: 'opening posted that nobody fits', ...unfitted },
    ],
    targets: [atMost('posting with matches / without, the larger way round, p50', ratio, LIMIT)],
  }
}
