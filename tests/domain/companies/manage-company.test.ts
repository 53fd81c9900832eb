import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { changeStandingSchema } from '#app/domain/companies/change-standing.schema.server.ts'
import { changeStanding } from '#app/domain/companies/change-standing.server.ts'
import { addContactSchema, editContactSchema } from '#app/domain/companies/contact.schema.server.ts'
import { editCompanySchema } from '#app/domain/companies/edit-company.schema.server.ts'
import { editCompany } from '#app/domain/companies/edit-company.server.ts'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { moveStageByHand } from '#app/domain/companies/move-stage-by-hand.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustHistory } from '#app/domain/trust/trust-history.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

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

const rowOf = (id: CompanyId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, id))
    if (!row) throw new Error('no company')
    return row
  })
const actsOn = async (id: CompanyId) =>
  (await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))).map(
    ({ action }) => action,
  )

describe('moving a stage by hand', () => {
  const move = (actor: Actor, id: CompanyId, from: string, to: string, reason = 'Cambio di proprietà') =>
    withActor(actor, (tx) => moveStageByHand(tx, id, { from, to, reason } as never))

  it('goes down with a reason, which stays with author and time', async () => {
    const id = await aCompany({ stage: 'hosting' })
    await move(giulia, id, 'hosting', 'in_dialogue')
    expect(await rowOf(id)).toMatchObject({ stage: 'in_dialogue' })
    expect(
      await db.asSystem((tx) => tx.select().from(stageChanges).where(eq(stageChanges.companyId, id))),
    ).toMatchObject([
      {
        fromStage: 'hosting',
        toStage: 'in_dialogue',
        cause: 'person',
        reason: 'Cambio di proprietà',
        authorId: giulia.userId,
        at: TODAY,
      },
    ])
    expect(await actsOn(id)).toEqual(['company.stage_moved'])
  })

  it('refuses what only a fact proves, an empty reason, and a page that is out of date', async () => {
    const id = await aCompany({ stage: 'hiring' })
    await expect(move(giulia, id, 'hiring', 'testimonial')).rejects.toMatchObject({
      reason: 'trust_refused_fact_needed',
    })
    await expect(move(giulia, id, 'hiring', 'posting', ' ')).rejects.toMatchObject({
      reason: 'trust_refused_reason_needed',
    })
    await expect(move(giulia, id, 'posting', 'new')).rejects.toMatchObject({ code: 'stale' })
    expect(await rowOf(id)).toMatchObject({ stage: 'hiring' })
  })

  it("is the network's own act", async () => {
    const hr = await anHrContact(await aCompany({ stage: 'hosting' }))
    for (const actor of [hr, await aStaff('admin')]) {
      await expect(move(actor, hr.companyId, 'hosting', 'new')).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('the standing of a company', () => {
  const change = (actor: Actor, id: CompanyId, values: Record<string, unknown>) =>
    withActor(actor, (tx) =>
      changeStanding(tx, id, changeStandingSchema.parse({ reason: 'Cassa integrazione', ...values })),
    )
  const plan = (companyId: CompanyId, ruleKey: string | null, kind: 'message' | 'task') =>
    db.asSystem(async (tx) => {
      const id = newId<never>()
      await tx.insert(followUps).values({
        ...{ id, ruleKey, subjectType: 'company', subjectId: companyId, companyId, kind },
        ...{ template: ruleKey ?? 'by_hand', title: 'x', dueAt: new Date(+TODAY + DAY), createdAt: TODAY },
      })
      return id
    })
  const stateOf = (id: string) =>
    db.asSystem(async (tx) => {
      const [row] = await tx
        .select()
        .from(followUps)
        .where(eq(followUps.id, id as never))
      return `${row?.state} ${row?.why}`.trim()
    })

  it('pauses until a day, and stops at once what the rules stop, but not what people noted', async () => {
    const id = await aCompany()
    const chase = await plan(id, 'no_contact', 'task')
    const mail = await plan(id, 'story_thanks', 'message')
    const byHand = await plan(id, null, 'task')
    await change(giulia, id, { standing: 'paused', until: '2027-03-01' })
    expect(await rowOf(id)).toMatchObject({ pausedUntil: new Date('2027-03-01T07:30:00Z') })
    expect([await stateOf(chase), await stateOf(mail), await stateOf(byHand)]).toEqual([
      'cancelled company_paused',
      'cancelled company_paused',
      'planned',
    ])
    expect(await actsOn(id)).toEqual(['company.paused'])
    await expect(change(giulia, id, { standing: 'paused', until: '2027-04-01' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('costs no trust while it lasts, nor after it is opened again', async () => {
    const id = await aCompany({ createdAt: new Date(+TODAY - 50 * DAY) })
    await change(giulia, id, { standing: 'paused', until: '2027-06-01' })
    const later = new Date(+TODAY + 100 * DAY)
    const restoreLater = setClock(() => later)
    await change(giulia, id, { standing: 'open', reason: 'Ripartono prima' })
    restoreLater()
    expect(await rowOf(id)).toMatchObject({ pausedUntil: later, trustScore: 50 })
    const silent = await db.asSystem((tx) => trustHistory(tx, id, new Date(+later + 3 * DAY)))
    expect(silent).toHaveLength(1)
    const changes = await db.asSystem((tx) =>
      tx.select().from(stageChanges).where(eq(stageChanges.companyId, id)).orderBy(stageChanges.at),
    )
    expect(
      changes.map(({ fromStage, toStage, cause, reason }) => [fromStage, toStage, cause, reason]),
    ).toEqual([
      ['new', 'new', 'paused', 'Cassa integrazione'],
      ['new', 'new', 'open', 'Ripartono prima'],
    ])
  })

  it('is closed by a case manager and opened again by a coordinator alone', async () => {
    const id = await aCompany()
    await change(giulia, id, { standing: 'do_not_contact', reason: 'Lo ha chiesto la titolare' })
    expect(await rowOf(id)).toMatchObject({ doNotContact: true, pausedUntil: null })
    await expect(change(giulia, id, { standing: 'open' })).rejects.toMatchObject({
      reason: 'trust_refused_not_by_you',
    })
    await change(coordinator, id, { standing: 'open', reason: 'Ci ha richiamato' })
    expect(await rowOf(id)).toMatchObject({ doNotContact: false, pausedUntil: TODAY })
  })

  it('asks for the day and the reason', () => {
    const errors = (values: Record<string, unknown>) =>
      changeStandingSchema.safeParse(values).error?.issues.map(({ message }) => message)
    expect(errors({ standing: 'paused', reason: 'x' })).toEqual(['relationship_until_missing'])
    expect(errors({ standing: 'paused', reason: 'x', until: '2026-11-23' })).toEqual([
      'relationship_until_today',
    ])
    expect(errors({ standing: 'do_not_contact', reason: ' ' })).toEqual(['trust_refused_reason_needed'])
  })
})

describe('what is known of a company', () => {
  const form = {
    version: 1,
    name: 'Forno Sociale',
    sector: 'food-industry',
    sizeBand: 'small',
    place: 'Cuneo (CN)',
    website: 'www.forno.example',
  }
  const edit = (actor: Actor, id: CompanyId, values: Record<string, unknown> = {}) =>
    withActor(actor, (tx) => editCompany(tx, id, editCompanySchema.parse({ ...form, ...values })))

  it('is changed once for each version', async () => {
    const id = await aCompany()
    await edit(giulia, id)
    expect(await rowOf(id)).toMatchObject({
      name: 'Forno Sociale',
      sector: 'food-industry',
      placeCode: '004078',
      website: 'https://www.forno.example',
      version: 2,
    })
    expect(await actsOn(id)).toEqual(['company.edited'])
    await expect(edit(coordinator, id, { name: 'Altro Nome' })).rejects.toMatchObject({
      code: 'stale',
      reason: 'relationship_company_changed',
    })
    expect(await rowOf(id)).toMatchObject({ name: 'Forno Sociale' })
  })

  it('is not changed by an administrator or by another company', async () => {
    const id = await aCompany()
    for (const actor of [await aStaff('admin'), await anHrContact()]) {
      await expect(edit(actor, id)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('refuses a web address that is none', () => {
    for (const website of ['javascript:alert(1)', 'forno', 'ftp://forno.example']) {
      expect(editCompanySchema.safeParse({ ...form, website }).success).toBe(false)
    }
  })
})

describe('the contacts of a company', () => {
  const anna = {
    name: 'Anna Riva',
    role: 'hr',
    locale: 'it',
    email: 'Anna@Forno.example',
    phone: '011 555 0199',
  }
  const add = (actor: Actor, id: CompanyId, values: Record<string, unknown> = {}) =>
    withActor(actor, (tx) => addContact(tx, id, addContactSchema.parse({ ...anna, ...values })))

  it('are kept with a clean address and number, each address once', async () => {
    const id = await aCompany()
    const contactId = await add(giulia, id)
    const [row] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, contactId)))
    expect(row).toMatchObject({ email: 'anna@forno.example', phone: '+390115550199', active: true })
    await expect(add(giulia, id, { name: 'Un Doppione' })).rejects.toMatchObject({
      code: 'conflict',
      field: 'email',
    })
    expect(await actsOn(id)).toEqual(['contact.added'])
    expect(addContactSchema.safeParse({ ...anna, phone: 'abc' }).error?.issues[0]?.message).toBe(
      'relationship_phone_wrong',
    )
  })

  it('who leave are missed: their company is planned anew, and the lead is asked for somebody else', async () => {
    const id = await aCompany()
    const contactId = await add(giulia, id)
    const change = editContactSchema.parse({
      contactId,
      version: 1,
      ...anna,
      name: 'Anna Riva Bo',
      phone: undefined,
    })
    await withActor(giulia, (tx) => editContact(tx, id, change))
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(contacts).where(eq(contacts.id, contactId))
      expect(row).toMatchObject({ name: 'Anna Riva Bo', phone: null, active: false })
      const open = await tx
        .select({ rule: followUps.ruleKey, kind: followUps.kind })
        .from(followUps)
        .where(and(eq(followUps.companyId, id), eq(followUps.state, 'planned')))
      expect(open).toContainEqual({ rule: 'contact_missing', kind: 'task' })
      const events = await tx.select().from(outbox).where(eq(outbox.topic, 'company.plan_due'))
      expect(events.map(({ payload }) => payload.companyId)).toContain(id)
    })
  })

  it('belong to their company', async () => {
    const contactId = await add(giulia, await aCompany())
    const change = editContactSchema.parse({ contactId, version: 1, ...anna })
    const other = await aCompany()
    await expect(withActor(giulia, (tx) => editContact(tx, other, change))).rejects.toMatchObject({
      code: 'not_found',
    })
    for (const actor of [await aStaff('admin'), await anHrContact()]) {
      await expect(add(actor, other)).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
