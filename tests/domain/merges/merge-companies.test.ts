import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCompanies } from '#app/domain/companies/find-companies.server.ts'
import { knownByVatId } from '#app/domain/companies/known-by-vat-id.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import { ownedByCompany, staysWithCompany } from '#app/domain/merges/owned-by-company.ts'
import { survivorOf } from '#app/domain/companies/survivor.server.ts'
import { unmergeCompanies } from '#app/domain/merges/unmerge-companies.server.ts'
import { searchEntries } from '#app/domain/search/search-entries.server.ts'
import { indexCompany } from '#app/domain/search/keep-index.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { leadChanges } from '#db/schema/lead-changes.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from '../day/lines.ts'
import { aWealthyCompany, possessions } from './possessions.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let giulia: StaffActor
let coordinator: StaffActor
let restore: () => void

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  coordinator = await aStaff('coordinator')
})
afterAll(() => restore())

type Asked = { from: CompanyId; into: CompanyId; lead?: 'into' | 'from' }
const merge = (asked: Asked, actor: Actor = coordinator) =>
  withActor(actor, (tx) => mergeCompanies(tx, { ...asked, reason: 'Scritta due volte' }))
const unmerge = (id: Awaited<ReturnType<typeof merge>>, actor: Actor = coordinator) =>
  withActor(actor, (tx) => unmergeCompanies(tx, id))

const rowOf = (id: CompanyId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, id))
    if (!row) throw new Error('no company')
    return row
  })

describe('what belongs to a company', () => {
  it('is every column of the database that names one: each moves with a merge, or is known to stay', async () => {
    const named = await db.asSystem((tx) =>
      tx.execute<{ owned: string }>(sql`select table_name || '.' || column_name as owned
        from information_schema.columns where table_schema = 'public'
          and column_name in ('company_id', 'from_company_id', 'to_company_id', 'into_company_id') order by 1`),
    )
    const listed = [...ownedByCompany, ...staysWithCompany].map(([table, column]) => `${table}.${column}`)
    expect(named.map(({ owned }) => owned)).toEqual(listed.sort())
  })
})

describe('two companies that are one', () => {
  it('become one with everything they own, and two again with everything as it was', async () => {
    const from = await aWealthyCompany(giulia, { name: 'Forno Rossi' })
    const into = await aWealthyCompany(giulia, { name: 'Forno Rossi srl' })
    const before = { from: await possessions(from.id), into: await possessions(into.id) }
    for (const [owned, ids] of Object.entries(before.from))
      expect([owned, ids.length > 0]).toEqual([owned, true])
    const rows = { from: await rowOf(from.id), into: await rowOf(into.id) }

    const mergeId = await merge({ from: from.id, into: into.id })
    const united = await possessions(into.id)
    for (const owned of Object.keys(united)) {
      const both = [...(before.from[owned] ?? []), ...(before.into[owned] ?? [])].sort()
      expect({ owned, ids: united[owned] }).toEqual({ owned, ids: both })
    }
    expect(Object.values(await possessions(from.id)).flat()).toEqual([])
    const [account] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.id, from.hr.userId)))
    expect(account).toMatchObject({ companyId: into.id, contactId: from.hr.contactId })
    expect(await rowOf(from.id)).toMatchObject({ mergedInto: into.id })
    const acts = await db.asSystem((tx) =>
      tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, into.id)),
    )
    expect(acts.map(({ action }) => action)).toContain('company.merged')
    const told = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.topic, 'company.merged')))
    expect(told.map(({ payload }) => payload)).toContainEqual({ companyId: into.id })

    await unmerge(mergeId)
    expect(await possessions(from.id)).toEqual(before.from)
    expect(await possessions(into.id)).toEqual(before.into)
    const same = [
      'stage',
      'leadUserId',
      'leadOrgId',
      'website',
      'doNotContact',
      'pausedUntil',
      'trustScore',
    ] as const
    for (const side of ['from', 'into'] as const) {
      const after = await rowOf(side === 'from' ? from.id : into.id)
      for (const key of [...same, 'lastContactAt', 'mergedInto'] as const)
        expect([side, key, after[key]]).toEqual([side, key, rows[side][key]])
    }
    const planned = await db.asSystem((tx) =>
      tx
        .select()
        .from(followUps)
        .where(and(eq(followUps.companyId, from.id), eq(followUps.state, 'planned'))),
    )
    expect(planned.map(({ subjectId }) => subjectId)).toEqual(planned.map(() => from.id))
  })

  it('what came to be meanwhile goes back with what it hangs on, and the rest stays', async () => {
    const from = await aWealthyCompany(giulia)
    const into = await aWealthyCompany(giulia)
    const mergeId = await merge({ from: from.id, into: into.id })
    const hers = await withActor(giulia, (tx) =>
      logInteraction(tx, into.id, { kind: 'call', outcome: 'positive', contactId: from.hr.contactId }),
    )
    const others = await withActor(giulia, (tx) =>
      logInteraction(tx, into.id, { kind: 'call', outcome: 'positive' }),
    )
    const { cardId } = await aCard({
      ...{ companyId: into.id, contactId: from.hr.contactId, openingId: from.openingId },
      proposedBy: giulia.userId,
    })
    await unmerge(mergeId)
    const back = await possessions(from.id)
    expect(back['interactions.company_id']).toContain(hers.interactionId)
    expect(back['interactions.company_id']).not.toContain(others.interactionId)
    expect(back['cards.company_id']).toContain(cardId)
    expect((await db.asSystem((tx) => tx.select().from(cards).where(eq(cards.id, cardId))))[0]).toMatchObject(
      {
        companyId: from.id,
        openingId: from.openingId,
      },
    )
  })

  it('the one that stays stands on the higher rung, closed to contacts where either was, with the later contact', async () => {
    const from = await aCompany({ stage: 'hosting', doNotContact: true, lastContactAt: TODAY })
    const into = await aCompany({ stage: 'contacted', lastContactAt: new Date(+TODAY - 9 * DAY) })
    const mergeId = await merge({ from, into })
    expect(await rowOf(into)).toMatchObject({ stage: 'hosting', doNotContact: true, lastContactAt: TODAY })
    const [step] = await db.asSystem((tx) =>
      tx
        .select()
        .from(stageChanges)
        .where(and(eq(stageChanges.companyId, into), eq(stageChanges.cause, 'merged'))),
    )
    expect(step).toMatchObject({ fromStage: 'contacted', toStage: 'hosting', authorId: coordinator.userId })

    await db.asSystem((tx) => tx.update(companies).set({ stage: 'hiring' }).where(eq(companies.id, into)))
    await unmerge(mergeId)
    expect(await rowOf(into)).toMatchObject({ stage: 'hiring', doNotContact: false })
    expect(await rowOf(from)).toMatchObject({ stage: 'hosting', doNotContact: true, mergedInto: null })
  })

  it('different leads are resolved by whoever merges, and come back', async () => {
    const marco = await aStaff()
    const from = await aCompany({ leadOrgId: marco.orgId, leadUserId: marco.userId })
    const into = await aCompany({ leadOrgId: giulia.orgId, leadUserId: giulia.userId })
    await expect(merge({ from, into })).rejects.toMatchObject({ reason: 'duplicates_lead_missing' })
    const mergeId = await merge({ from, into, lead: 'from' })
    expect(await rowOf(into)).toMatchObject({ leadUserId: marco.userId, leadOrgId: marco.orgId })
    const told = await db.asSystem((tx) =>
      tx.select().from(leadChanges).where(eq(leadChanges.companyId, into)),
    )
    expect(told).toMatchObject([{ fromUserId: giulia.userId, toUserId: marco.userId }])
    await unmerge(mergeId)
    expect(await rowOf(into)).toMatchObject({ leadUserId: giulia.userId, leadOrgId: giulia.orgId })
  })

  it('whoever has left meanwhile gets nothing back: her organisation has her company and her tasks, for whoever takes them', async () => {
    const gone = await aStaff()
    const from = await aCompany({ leadOrgId: giulia.orgId, leadUserId: giulia.userId })
    const into = await aCompany({ leadOrgId: gone.orgId, leadUserId: gone.userId })
    const planned = await aTask(gone, from, { ruleKey: 'no_contact' })
    const mergeId = await merge({ from, into, lead: 'from' })
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, gone.userId)))
    await unmerge(mergeId)
    expect(await rowOf(into)).toMatchObject({ leadUserId: null, leadOrgId: gone.orgId })
    expect(await rowOf(from)).toMatchObject({ leadUserId: giulia.userId })
    const [task] = await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.id, planned)))
    expect(task).toMatchObject({ state: 'planned', assigneeId: null, assigneeOrgId: gone.orgId })
  })

  it('whoever avoids the one avoids the other, and nobody loses that when they are two again', async () => {
    const from = await aWealthyCompany(giulia)
    const into = await aWealthyCompany(giulia)
    const [old, kept] = [await rowOf(from.id), await rowOf(into.id)]
    const { orgId, candidateId } = await aCandidate()
    const avoids = (kind: 'company' | 'vat', value: string) =>
      db.asSystem((tx) =>
        tx.insert(candidateExclusions).values({ orgId, candidateId, kind, value, createdAt: now() }),
      )
    const avoided = async () =>
      (
        await db.asSystem((tx) =>
          tx.select().from(candidateExclusions).where(eq(candidateExclusions.candidateId, candidateId)),
        )
      ).map(({ value }) => value)
    await avoids('company', from.id)
    await avoids('vat', old.vatId)
    const mergeId = await merge({ from: from.id, into: into.id })
    expect((await avoided()).sort()).toEqual([from.id, into.id, old.vatId, kept.vatId].sort())
    await unmerge(mergeId)
    expect((await avoided()).sort()).toEqual([from.id, into.id, old.vatId, kept.vatId].sort())
  })

  it('who has gone is found under the other: by partita IVA, by its old address, and in no list', async () => {
    const from = await aCompany({ name: 'Torneria Zeta Uno' })
    const into = await aCompany({ name: 'Torneria Zeta Due' })
    for (const id of [from, into]) await db.asSystem((tx) => indexCompany(tx, id))
    await merge({ from, into })
    const { vatId } = await rowOf(from)
    await withActor(giulia, async (tx) => {
      expect(await knownByVatId(tx, vatId)).toMatchObject({ id: into })
      expect(await survivorOf(tx, from)).toBe(into)
      expect((await findCompanies(tx, 'Torneria Zeta', newId<CompanyId>())).map(({ id }) => id)).toEqual([
        into,
      ])
      const found = await searchEntries(tx, { text: 'Torneria Zeta' }, { limit: 10 })
      expect(JSON.stringify(found)).not.toContain(from)
      expect(JSON.stringify(found)).toContain(into)
    })
    await expect(
      withActor(giulia, (tx) => logInteraction(tx, from, { kind: 'call', outcome: 'positive' })),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'duplicates_refused_merged' })
  })
})

describe('a merge is refused', () => {
  it('to who leads neither, and allowed to who leads both', async () => {
    const marco = await aStaff()
    const of = (actor: StaffActor) => ({ leadOrgId: actor.orgId, leadUserId: actor.userId })
    const [hers, his, free] = [await aCompany(of(giulia)), await aCompany(of(marco)), await aCompany()]
    const refused = { code: 'refused', reason: 'duplicates_refused_not_yours' }
    await expect(merge({ from: hers, into: his, lead: 'into' }, giulia)).rejects.toMatchObject(refused)
    await expect(merge({ from: free, into: hers }, await anHrContact(hers))).rejects.toMatchObject({
      code: 'forbidden',
    })
    const mergeId = await merge({ from: free, into: hers, lead: 'into' }, giulia)
    await expect(unmerge(mergeId, marco)).rejects.toMatchObject(refused)
    await unmerge(mergeId, giulia)
  })

  it('the wrong way round, with one that was refused, with itself, and twice', async () => {
    const verified = await aCompany()
    const pending = await aCompany({ verification: 'pending' })
    const sham = await aCompany({ verification: 'rejected' })
    await expect(merge({ from: verified, into: pending })).rejects.toMatchObject({
      reason: 'duplicates_refused_verified_stays',
    })
    await expect(merge({ from: sham, into: verified })).rejects.toMatchObject({
      reason: 'duplicates_refused_rejected',
    })
    await expect(merge({ from: verified, into: verified })).rejects.toMatchObject({ code: 'invalid' })
    const mergeId = await merge({ from: pending, into: verified })
    await expect(merge({ from: pending, into: await aCompany() })).rejects.toMatchObject({ code: 'conflict' })
    await unmerge(mergeId)
    await expect(unmerge(mergeId)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('a chain is taken back from its end', async () => {
    const [a, b, c] = [
      await aWealthyCompany(giulia),
      await aWealthyCompany(giulia),
      await aWealthyCompany(giulia),
    ]
    const before = await possessions(a.id)
    const first = await merge({ from: a.id, into: b.id })
    const second = await merge({ from: b.id, into: c.id })
    expect(await withActor(giulia, (tx) => survivorOf(tx, a.id))).toBe(c.id)
    await expect(unmerge(first)).rejects.toMatchObject({ reason: 'duplicates_refused_order' })
    await unmerge(second)
    await unmerge(first)
    expect(await possessions(a.id)).toEqual(before)
  })

  it('two at the same moment: one wins, the other is told', async () => {
    const [a, b] = [await aCompany(), await aCompany()]
    const both = await Promise.allSettled([merge({ from: a, into: b }), merge({ from: b, into: a })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const gone = (await Promise.all([rowOf(a), rowOf(b)])).filter(({ mergedInto }) => mergedInto)
    expect(gone).toHaveLength(1)
  })
})
