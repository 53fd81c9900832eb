import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { passwordFault } from '#app/domain/accounts/password-rules.ts'
import { passwordFits } from '#app/domain/accounts/password.server.ts'
import { openSeed, stepOfCode, workingCode } from '#app/domain/accounts/totp.server.ts'
import { localDate } from '#app/domain/calendar/rome.ts'
import { toMatchProfile } from '#app/domain/candidates/to-match-profile.server.ts'
import { dayList } from '#app/domain/day/day-list.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { previewCard } from '#app/domain/proposals/preview-card.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import accounts from '#db/seed/demo-accounts.json' with { type: 'json' }
import { seedDemo } from '#db/seed/main.ts'
import { users } from '#db/schema/accounts.ts'
import { candidateExclusions, profiles } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { match } from '#tests/support/reference-engine.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase({ demo: true })

const caseManagers = (): Promise<StaffActor[]> =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(users).where(eq(users.role, 'case_manager'))
    return rows.map(({ id, orgId, name }) => {
      if (!orgId) throw new Error(`${name} works nowhere`)
      return { kind: 'staff', role: 'case_manager', userId: id, orgId, name }
    })
  })

/** Whom each open opening of a verified company admits, by the pure rules over the rows. */
const admissions = () =>
  db.asSystem(async (tx) => {
    const open = await tx
      .select({ id: openings.id })
      .from(openings)
      .innerJoin(companies, eq(companies.id, openings.companyId))
      .where(and(eq(openings.state, 'open'), eq(companies.verification, 'verified')))
    const avoided = await tx.select().from(candidateExclusions)
    const rows = await tx.select().from(profiles).where(eq(profiles.matchable, true))
    const people = rows.map((row) =>
      toMatchProfile(
        row,
        avoided.filter(({ candidateId }) => candidateId === row.candidateId),
      ),
    )
    const facts = await loadMatchOpenings(
      tx,
      open.map(({ id }) => id),
    )
    const orgOf = new Map(rows.map(({ candidateId, orgId }) => [candidateId, orgId]))
    return facts.map((opening) => ({
      openingId: opening.openingId as (typeof open)[number]['id'],
      people: match(opening, people, localDate(now())).map(({ id }) => ({
        candidateId: id as CandidateId,
        orgId: orgOf.get(id as CandidateId) ?? '',
      })),
    }))
  })

/** How many rows each table has. */
const rowCounts = () =>
  db.asSystem(async (tx) => {
    const tables = await tx.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
    const counts: Record<string, unknown> = {}
    for (const { name } of tables) {
      const [row] = await tx.execute<{ rows: string }>(
        sql`select count(*) as rows from ${sql.identifier(name)}`,
      )
      counts[name] = row?.rows
    }
    return counts
  })

describe('the demo network at work', () => {
  it('has meetings ahead and behind, and a contract whose link was opened once', async () => {
    const [met, linked] = await db.asSystem(async (tx) => [
      await tx.select().from(meetings),
      await tx.select().from(contractLinks),
    ])
    expect(met.filter(({ startsAt }) => startsAt > now())).toHaveLength(2)
    expect(met.filter(({ startsAt }) => startsAt <= now())).toHaveLength(2)
    expect(linked).toMatchObject([{ opens: 1, endedAt: null, taxCode: null, address: null }])
  })

  it('has people for its openings, and cards that can be sent', async () => {
    const found = await admissions()
    expect(found.filter(({ people }) => people.length >= 3).length).toBeGreaterThanOrEqual(15)
    const desks = await caseManagers()
    let sendable = 0
    for (const { openingId, people } of found) {
      for (const { candidateId, orgId } of people.slice(0, 4)) {
        const desk = desks.find((each) => each.orgId === orgId)
        if (!desk) throw new Error('nobody accompanies a person of the demo')
        const preview = await withActor(desk, (tx) =>
          previewCard(tx, { orgId: desk.orgId, candidateId, openingId }),
        )
        if (preview.refusal) continue
        expect(preview.card.length).toBeGreaterThan(0)
        sendable += 1
        break
      }
    }
    expect(sendable).toBeGreaterThanOrEqual(10)
  })

  it('gives every case manager a day with something late, something for today and something for this week', async () => {
    for (const desk of await caseManagers()) {
      const { counts } = await withActor(desk, (tx) => dayList(tx, { page: 1, perPage: 50 }))
      expect([desk.name, Math.min(counts.overdue, counts.today, counts.week)]).not.toEqual([desk.name, 0])
      expect(counts.overdue).toBeLessThan(12)
    }
  })

  it('leaves the worker nothing to send and nothing to plan anew', async () => {
    const planned = () =>
      db.asSystem(async (tx) => {
        const rows = await tx.select().from(followUps).orderBy(followUps.id)
        return rows.map(({ id, state, dueAt }) => `${id} ${state} ${dueAt.toISOString()}`)
      })
    const before = await planned()
    await db.asSystem(async (tx) => {
      expect(await tx.$count(outbox, sql`${outbox.state} <> 'done'`)).toBe(0)
      expect(await tx.$count(mails)).toBe(0)
      const late = and(
        eq(followUps.kind, 'message'),
        eq(followUps.state, 'planned'),
        sql`${followUps.dueAt} <= now()`,
      )
      expect(await tx.$count(followUps, late)).toBe(0)
      for (const { id } of await tx.select({ id: companies.id }).from(companies))
        await scheduleFollowUps(tx, id)
    })
    expect(await planned()).toEqual(before)
  })

  it('has accounts that a newcomer can sign in with, and no other', async () => {
    await db.asSystem(async (tx) => {
      const rows = await tx.select().from(users)
      expect(accounts.map(({ role }) => role).sort()).toEqual([
        'admin',
        ...Array.from({ length: 3 }, () => 'case_manager'),
        'coordinator',
        'coordinator',
        'hr_contact',
        'hr_contact',
      ])
      for (const { email, role, name, password } of accounts) {
        const row = rows.find((each) => each.email === email)
        expect(row).toMatchObject({ role, name, demo: true, active: true })
        if (!row || role === 'hr_contact') continue
        expect(passwordFault(password, [name, email])).toBeNull()
        expect(await passwordFits(password, row.passwordHash)).toBe(true)
        const seed = openSeed(row.id, row.totpSecret ?? Buffer.alloc(0))
        expect(stepOfCode(seed, workingCode(seed, null))).not.toBeNull()
      }
      const others = rows.filter(({ email }) => accounts.every((account) => account.email !== email))
      expect(
        others.filter(({ demo, passwordHash, totpSecret }) => demo || passwordHash || totpSecret),
      ).toEqual([])
      const ofCompanies = rows.filter(({ demo, role }) => demo && role === 'hr_contact')
      const firms = await tx
        .select()
        .from(companies)
        .where(
          inArray(
            companies.id,
            ofCompanies.flatMap(({ companyId }) => companyId ?? []),
          ),
        )
      expect(firms.map(({ verification }) => verification).sort()).toEqual(['pending', 'verified'])
      const verified = firms.find(({ verification }) => verification === 'verified')
      const waiting = await tx.$count(
        cards,
        sql`${cards.companyId} = ${verified?.id} and ${cards.state} = 'sent'`,
      )
      expect(waiting).toBeGreaterThanOrEqual(1)
      expect(await tx.$count(proposals)).toBe(await tx.$count(cards))
    })
  })

  it('changes nothing when it is made twice', async () => {
    const before = await rowCounts()
    expect(await seedDemo()).toContain('already')
    expect(await rowCounts()).toEqual(before)
    await db.asSystem(async (tx) => {
      expect(await tx.$count(auditLog, eq(auditLog.action, 'demo.seeded'))).toBe(1)
    })
  })

  it('is refused in production', async () => {
    const run = promisify(execFile)(process.execPath, ['scripts/launch.mjs', 'db/seed/main.ts'], {
      env: { ...process.env, APP_MODE: 'production', NODE_ENV: 'production', DATABASE_URL: db.urls().webUrl },
    })
    await expect(run).rejects.toThrow(/refused in production/)
  })
})
