import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CandidateActor } from '#app/domain/shared/actor.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { forPurpose, withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { consents } from '#db/schema/candidates.ts'
import { candidateQuestions, candidateRequests } from '#db/schema/visits.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase({ demo: true })
let herself: CandidateActor
/** How many rows of each table are hers. */
let hers: Record<string, number>

/** Heads of chains, keys of forms, which engine is whole: they hold nobody. */
const NOBODYS = ['audit_heads', 'idempotency_keys', 'match_index']

const tables = async (): Promise<string[]> => {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public'`),
  )
  return rows.map(({ name }) => name).filter((name) => !NOBODYS.includes(name))
}

beforeAll(async () => {
  await db.asSystem(async (tx) => {
    const [said] = await tx.select().from(consents).where(eq(consents.purpose, 'opening')).limit(1)
    if (!said?.subjectId) throw new Error('nobody was asked about an opening')
    const { orgId, candidateId, subjectId } = said
    herself = { kind: 'candidate', visitId: newId<string>(), orgId, candidateId }
    const asked = { card: [], askedBy: newId<UserId>(), askedAt: now() }
    await tx
      .insert(candidateQuestions)
      .values({ orgId, candidateId, openingId: subjectId as never, ...asked })
      .onConflictDoNothing()
    const request = { kind: 'copy', askedAt: now(), dueOn: '2026-04-02' } as const
    await tx.insert(candidateRequests).values({ orgId, id: newId<string>(), candidateId, ...request })
    hers = {
      consents: await tx.$count(consents, eq(consents.candidateId, candidateId)),
      candidate_questions: await tx.$count(
        candidateQuestions,
        eq(candidateQuestions.candidateId, candidateId),
      ),
      candidate_requests: await tx.$count(candidateRequests, eq(candidateRequests.candidateId, candidateId)),
    }
  })
})

describe('a person on her own pages, in a network full of others', () => {
  test('reads what she said, was asked and asks, and no other row of any table', async () => {
    expect(Object.values(hers).every((rows) => rows > 0)).toBe(true)
    for (const name of await tables()) {
      const seen = await withActor(herself, (tx) =>
        forPurpose(tx, 'matching', () =>
          tx.execute<{ rows: number }>(sql`select count(*)::int as rows from ${sql.identifier(name)}`),
        ),
      )
      const open = name === 'stories' || name.startsWith('search_')
      // A published story is everybody's, and so is its entry in the search.
      if (!open) expect([name, seen[0]?.rows]).toEqual([name, hers[name] ?? 0])
    }
  })

  test('changes and deletes nothing but a request of hers that is open', async () => {
    for (const name of await tables()) {
      const deleted = await withActor(herself, (tx) =>
        tx.execute(sql`delete from ${sql.identifier(name)} returning 1`),
      ).catch(() => [])
      expect([name, deleted.length]).toEqual([name, 0])
    }
    const move = (state: 'done' | 'taken_back') =>
      withActor(herself, (tx) => tx.update(candidateRequests).set({ state }).returning())
    await expect(move('done')).rejects.toThrow()
    expect(await move('taken_back')).toHaveLength(1)
    expect(await move('taken_back')).toEqual([])
  })

  test('writes no consent past the command, and asks for nobody else', async () => {
    const { orgId, candidateId } = herself
    const said = { orgId, candidateId, purpose: 'matching', decision: 'given', textHash: 'x' } as const
    const how = { language: 'it', withMediator: false, channel: 'own_device', at: now() } as const
    const row = { ...said, ...how, id: newId<string>(), recordedBy: newId<UserId>() }
    await expect(withActor(herself, (tx) => tx.insert(consents).values(row))).rejects.toThrow()
    const other = await db.asSystem(async (tx) => {
      const [found] = await tx
        .select()
        .from(consents)
        .where(sql`${consents.candidateId} <> ${candidateId}`)
        .limit(1)
      return found
    })
    const request = { kind: 'erasure', askedAt: now(), dueOn: '2026-04-02', id: newId<string>() } as const
    const ofOther = { orgId: other?.orgId ?? orgId, candidateId: other?.candidateId ?? candidateId }
    await expect(
      withActor(herself, (tx) => tx.insert(candidateRequests).values({ ...request, ...ofOther })),
    ).rejects.toThrow()
  })
})
