import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mergeCompanies } from '#app/domain/merges/merge-companies.server.ts'
import { makeReferral } from '#app/domain/companies/make-referral.server.ts'
import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { finishImport } from '#app/domain/imports/finish-import.server.ts'
import { discardImport, forgetOldImports } from '#app/domain/imports/forget-imports.server.ts'
import { companiesLike, myImports, readImport } from '#app/domain/imports/read-import.server.ts'
import { settleFirm } from '#app/domain/imports/settle-firm.server.ts'
import { startImport } from '#app/domain/imports/start-import.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, ImportId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustToday } from '#app/domain/trust/trust-today.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { vatIdOf } from '#tests/support/factories/sequence.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')
const HEADER = 'Azienda;Partita IVA;Data;Tipo;Esito;Minuti;Nota'

let giulia: StaffActor
let today = TODAY
let restore: () => void

const start = async (actor: Actor, ...rows: string[]): Promise<ImportId> => {
  const bytes = Buffer.from([HEADER, ...rows].join('\n'))
  const started = await withActor(actor, (tx) => startImport(tx, { fileName: 'contatti.csv', bytes }))
  if (!started.ok) throw new Error(JSON.stringify(started.problems))
  return started.importId
}
const read = (importId: ImportId, actor: Actor = giulia) => withActor(actor, (tx) => readImport(tx, importId))
const finish = (importId: ImportId, actor: Actor = giulia) =>
  withActor(actor, (tx) => finishImport(tx, importId))
const settle = (importId: ImportId, firm: number, companyId: CompanyId | null) =>
  withActor(giulia, (tx) => settleFirm(tx, importId, { firm, companyId }))
const contactsOf = (companyId: CompanyId) =>
  db.asSystem((tx) =>
    tx
      .select()
      .from(interactions)
      .where(eq(interactions.companyId, companyId))
      .orderBy(interactions.occurredAt),
  )
const rowOf = async (id: CompanyId) =>
  (await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id))))[0]

beforeAll(async () => {
  restore = setClock(() => today)
  giulia = await aStaff()
})
beforeEach(() => {
  today = TODAY
})
afterAll(() => restore())

describe('which companies a file speaks of', () => {
  it('is known by the partita IVA, also of one that was merged, and by a name that one company alone has', async () => {
    const coordinator = await aStaff('coordinator')
    const old = await aCompany({ name: 'Vecchia', vatId: vatIdOf(71) })
    const into = await aCompany({ name: 'Nuova' })
    await withActor(coordinator, (tx) =>
      mergeCompanies(tx, { from: old, into, lead: 'into', reason: 'La stessa' }),
    )
    const forno = await aCompany({ name: 'Forno Langa' })
    await aCompany({ name: 'Bar Sport' })
    await aCompany({ name: 'Bar Sport srl' })
    const row = (name: string, vatId = '') => `${name};${vatId};07/03/2026;telefonata;neutro;;`
    const importId = await start(
      giulia,
      row('Tutt’altro nome', vatIdOf(71)),
      row('FORNO LANGA s.r.l.'),
      row('Bar Sport'),
      row('Forno Langa', vatIdOf(72)),
      row('Mai sentita'),
    )
    const { firms } = await read(importId)
    expect(firms.map(({ state, companyId }) => [state, companyId])).toEqual([
      ['recognised', into],
      ['recognised', forno],
      ['open', null],
      ['open', null],
      ['open', null],
    ])
    const like = await withActor(giulia, (tx) => companiesLike(tx, 'Forno Langa', ''))
    expect(like.map(({ id }) => id)).toContain(forno)
    const found = await withActor(giulia, (tx) => companiesLike(tx, 'Forno Langa', 'sport'))
    expect(found.map(({ name }) => name)).toEqual(['Bar Sport', 'Bar Sport srl'])
  })

  it('is decided by a person, one by one: until the last one nothing is written', async () => {
    const bar = await aCompany({ name: 'Caffè Torino' })
    const importId = await start(
      giulia,
      'Sconosciuta uno;;07/03/2026;telefonata;neutro;;',
      'Sconosciuta due;;08/03/2026;telefonata;neutro;;',
    )
    await settle(importId, 0, bar)
    await expect(finish(importId)).rejects.toMatchObject({ reason: 'imports_firms_open' })
    expect(await contactsOf(bar)).toEqual([])
    await expect(settle(importId, 2, bar)).rejects.toMatchObject({ code: 'not_found' })
    await expect(settle(importId, 1, newId<CompanyId>())).rejects.toMatchObject({ code: 'invalid' })
    await settle(importId, 1, null)
    expect(await read(importId)).toMatchObject({ total: 2, known: 0, fresh: 1 })
    expect(await finish(importId)).toEqual({ added: 1, known: 0, skipped: 1 })
    expect(await contactsOf(bar)).toHaveLength(1)
  })
})

describe('what is imported', () => {
  it('is a contact like one that was logged on its day, by whoever brought it, and moves trust alike', async () => {
    const companyId = await aCompany({ name: 'Officina Dora', createdAt: new Date(+TODAY - 500 * DAY) })
    const importId = await start(
      giulia,
      'Officina Dora;;07/03/2026;visita;positivo;90;Visto il reparto',
      'Officina Dora;;10/11/2026;telefonata;nessuna risposta;;',
      'Officina Dora;;02/11/2026;telefonata;neutro;;',
    )
    expect(await finish(importId)).toEqual({ added: 3, known: 0, skipped: 0 })
    expect(await contactsOf(companyId)).toMatchObject([
      { kind: 'visit', outcome: 'positive', minutes: 90, note: 'Visto il reparto', userId: giulia.userId },
      { kind: 'call', outcome: 'neutral', minutes: 10, orgId: giulia.orgId },
      { kind: 'call', outcome: 'no_answer' },
    ])
    const row = await rowOf(companyId)
    expect(row).toMatchObject({ stage: 'in_dialogue', leadUserId: giulia.userId })
    expect(row?.lastContactAt).toEqual(new Date('2026-11-02T11:00:00Z'))
    const today = await db.asSystem((tx) => trustToday(tx, [companyId], TODAY))
    expect(row?.trustScore).toBeCloseTo(today.get(companyId)?.score ?? 0, 2)
    expect(row?.trustSlope).toBe(today.get(companyId)?.slope)
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'interaction.logged')),
    )
    const ids = (await contactsOf(companyId)).map(({ id }) => id)
    expect(
      events.filter(({ payload }) => ids.includes((payload as { interactionId: string }).interactionId)),
    ).toHaveLength(3)
  })

  it('of long ago fires no message, makes nobody an ambassador and leaves what is planned by hand', async () => {
    const from = await aCompany({ stage: 'hiring' })
    const to = await aCompany({ name: 'Serra Verde', createdAt: new Date(+TODAY - 500 * DAY) })
    await anHrContact(to)
    await withActor(giulia, (tx) => makeReferral(tx, { from, to }))
    await finish(await start(giulia, 'Serra Verde;;07/03/2025;visita;positivo;;'))
    await db.asSystem((tx) => scheduleFollowUps(tx, to))
    const planned = await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, to)))
    expect(planned.filter(({ kind }) => kind === 'message')).toEqual([])
    // That nobody has spoken to them since is due whatever was imported.
    const late = planned.filter(({ state, dueAt }) => state === 'planned' && +dueAt < +TODAY)
    expect(late.map(({ ruleKey }) => ruleKey)).toEqual(['no_contact'])
    expect(await db.asSystem((tx) => tx.$count(mails))).toBe(0)
    expect(await rowOf(from)).toMatchObject({ stage: 'hiring' })
    await finish(await start(giulia, 'Serra Verde;;23/11/2026;telefonata;neutro;;'))
    expect(await rowOf(from)).toMatchObject({ stage: 'ambassador' })
  })

  it('comes once, however often the file does, also when it has grown and when two confirm at the same time', async () => {
    const companyId = await aCompany({ name: 'Tipografia Po' })
    const row = 'Tipografia Po;;07/03/2026;telefonata;neutro;;'
    expect(await finish(await start(giulia, row, row))).toMatchObject({ added: 2, known: 0 })
    const again = await start(giulia, row, row, 'Tipografia Po;;08/03/2026;telefonata;neutro;;')
    expect(await read(again)).toMatchObject({ known: 2, fresh: 1 })
    const twin = await start(giulia, row, row, 'Tipografia Po;;08/03/2026;telefonata;neutro;;')
    const both = await Promise.all([finish(again), finish(twin)])
    expect(both.map(({ added }) => added).toSorted()).toEqual([0, 1])
    expect(await contactsOf(companyId)).toHaveLength(3)
  })

  it('goes to the company that another was merged into while it waited', async () => {
    const coordinator = await aStaff('coordinator')
    const [from, into] = [await aCompany({ name: 'Prima' }), await aCompany({ name: 'Dopo' })]
    const importId = await start(giulia, 'Prima;;07/03/2026;telefonata;neutro;;')
    await withActor(coordinator, (tx) =>
      mergeCompanies(tx, { from, into, lead: 'into', reason: 'La stessa' }),
    )
    await finish(importId)
    expect(await contactsOf(into)).toHaveLength(1)
  })

  it('is written whole or not at all', async () => {
    const companyId = await aCompany({ name: 'Vivaio Rosa' })
    const importId = await start(
      giulia,
      'Vivaio Rosa;;07/03/2026;telefonata;neutro;;',
      'Vivaio Rosa;;08/03/2026;telefonata;neutro;;',
    )
    const broken = withActor(giulia, async (tx) => {
      await finishImport(tx, importId)
      throw new Error('the server went away')
    })
    await expect(broken).rejects.toThrow('went away')
    expect(await contactsOf(companyId)).toEqual([])
    expect(await finish(importId)).toMatchObject({ added: 2 })
  })
})

describe('a file that waits', () => {
  it('is its owner’s alone, and gone once it was confirmed or thrown away', async () => {
    await aCompany({ name: 'Libreria Uno' })
    const row = 'Libreria Uno;;07/03/2026;telefonata;neutro;;'
    const importId = await start(giulia, row)
    const marco = await aStaff('case_manager', giulia.orgId)
    await expect(read(importId, marco)).rejects.toMatchObject({ code: 'not_found' })
    await expect(finish(importId, marco)).rejects.toMatchObject({ code: 'not_found' })
    expect(await withActor(marco, (tx) => tx.select().from(interactionImports))).toEqual([])
    expect((await withActor(giulia, myImports)).map(({ id }) => id)).toContain(importId)
    await withActor(giulia, (tx) => discardImport(tx, importId))
    await expect(read(importId)).rejects.toMatchObject({ code: 'not_found' })
    const second = await start(giulia, row)
    await finish(second)
    await expect(finish(second)).rejects.toMatchObject({ code: 'not_found' })
    expect(await db.asSystem((tx) => tx.$count(interactionImports, eq(interactionImports.id, second)))).toBe(
      0,
    )
  })

  it('is not kept longer than a week', async () => {
    const importId = await start(giulia, 'Chissà quale;;07/03/2026;telefonata;neutro;;')
    today = new Date(+TODAY + 6 * DAY)
    await db.asSystem(forgetOldImports)
    expect(await read(importId)).toMatchObject({ total: 1 })
    today = new Date(+TODAY + 8 * DAY)
    await db.asSystem(forgetOldImports)
    await expect(read(importId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is for the network’s people who work with companies', async () => {
    for (const actor of [await anHrContact(), await aStaff('admin')])
      await expect(start(actor, 'X;;07/03/2026;telefonata;neutro;;')).rejects.toMatchObject({
        code: 'forbidden',
      })
  })
})
