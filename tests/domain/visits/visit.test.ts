import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { HOUR, MINUTE } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { makeVisitLink, revokeVisits, visitsOf } from '#app/domain/visits/make-link.server.ts'
import { leaveVisit, linkOpens, openVisit, readVisit } from '#app/domain/visits/open-visit.server.ts'
import { forgetOldVisits } from '#app/domain/visits/forget-visits.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { candidateVisits } from '#db/schema/visits.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { aBrowser } from '#tests/support/factories/credentials.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let sara: StaffActor
let person: CandidateRef
beforeEach(async () => {
  sara = await aStaff()
  person = await aCandidate({ orgId: sara.orgId, caseManagerId: sara.userId })
})

const make = () => withActor(sara, (tx) => makeVisitLink(tx, person))
const open = (token: string) => openVisit(token, { language: 'fr', address: aBrowser().address })
const opened = async () => (await open(await make())) ?? ''
const rows = () =>
  db.asSystem((tx) =>
    tx.select().from(candidateVisits).where(eq(candidateVisits.candidateId, person.candidateId)),
  )

/** Runs something so much later. */
async function later<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const at = +now() + ms
  const restore = setClock(() => new Date(at))
  try {
    return await work()
  } finally {
    restore()
  }
}

describe('a link to a person’s own pages', () => {
  it('is a secret of which the database keeps the hash alone, of the link and of the browser', async () => {
    const token = await make()
    const secret = await open(token)
    const [row] = await rows()
    expect(row).toMatchObject({ linkHash: sha256(token), sessionHash: sha256(secret ?? ''), language: 'fr' })
    expect(JSON.stringify(row)).not.toContain(token)
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  it('opens once, for one browser, and looking at it opens nothing', async () => {
    const token = await make()
    expect([await linkOpens(token), await linkOpens(token)]).toEqual([true, true])
    expect((await rows())[0]?.openedAt).toBeNull()
    const both = await Promise.all([open(token), open(token)])
    expect(both.filter((secret) => secret !== null)).toHaveLength(1)
    expect(await linkOpens(token)).toBe(false)
    expect(await open(token)).toBeNull()
  })

  it('is of that person alone, and leaves her acts in the audit', async () => {
    const visit = await readVisit(await opened())
    expect(visit).toMatchObject({
      language: 'fr',
      actor: { kind: 'candidate', orgId: person.orgId, candidateId: person.candidateId },
    })
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId)),
    )
    expect(acts.map(({ action, orgId }) => [action, orgId])).toEqual([
      ['visit.link_made', person.orgId],
      ['visit.opened', person.orgId],
    ])
  })

  it('ends after half an hour unopened, and opens nothing then', async () => {
    const token = await make()
    await later(31 * MINUTE, async () => {
      expect(await linkOpens(token)).toBe(false)
      expect(await open(token)).toBeNull()
    })
  })

  it('ends after twenty idle minutes, and after two hours however busy', async () => {
    const secret = await opened()
    expect(await later(19 * MINUTE, () => readVisit(secret))).not.toBeNull()
    expect(await later(38 * MINUTE, () => readVisit(secret))).not.toBeNull()
    expect(await later(59 * MINUTE, () => readVisit(secret))).toBeNull()
    const busy = await opened()
    for (let minute = 15; minute < 120; minute += 15) {
      expect(await later(minute * MINUTE, () => readVisit(busy))).not.toBeNull()
    }
    expect(await later(2 * HOUR, () => readVisit(busy))).toBeNull()
  })

  it('ends when she leaves, when it is closed for her, and when a new one is made', async () => {
    const first = await opened()
    await leaveVisit(first)
    expect(await readVisit(first)).toBeNull()
    const second = await opened()
    await withActor(sara, (tx) => revokeVisits(tx, person))
    expect(await readVisit(second)).toBeNull()
    const third = await opened()
    const unopened = await make()
    expect(await readVisit(third)).toBeNull()
    await make()
    expect(await linkOpens(unopened)).toBe(false)
  })

  it('says where it stands to her own organisation, and to no other that she exists', async () => {
    expect((await withActor(sara, (tx) => visitsOf(tx, person))).last).toBeNull()
    await opened()
    const { last } = await withActor(sara, (tx) => visitsOf(tx, person))
    expect(last?.state).toBe('open')
    const other = await aStaff()
    for (const act of [makeVisitLink, revokeVisits, visitsOf]) {
      await expect(withActor(other, async (tx) => void (await act(tx, person)))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })

  it('is not made more than thirty times in an hour by one person', async () => {
    for (let times = 0; times < 30; times++) await make()
    await expect(make()).rejects.toMatchObject({ code: 'too_many' })
    expect(await later(61 * MINUTE, make)).toHaveLength(43)
  })

  it('is forgotten after a day', async () => {
    await opened()
    await later(25 * HOUR, () => db.asSystem(forgetOldVisits))
    expect(await rows()).toEqual([])
  })

  it('is nothing to whoever guesses, and an address that tries is stopped', async () => {
    const { address } = aBrowser()
    const guess = () => openVisit('x'.repeat(43), { language: 'it', address })
    for (let times = 0; times < 30; times++) expect(await guess()).toBeNull()
    await expect(guess()).rejects.toMatchObject({ code: 'too_many' })
    expect([await readVisit('short'), await readVisit('y'.repeat(43)), await readVisit(null)]).toEqual([
      null,
      null,
      null,
    ])
  })
})
