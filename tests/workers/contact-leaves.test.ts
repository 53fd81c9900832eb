import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { unsubscribe } from '#app/domain/follow-ups/unsubscribe.server.ts'
import { markBounced } from '#app/domain/inbound-mails/mark-bounced.server.ts'
import type { ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned, mailbox } = scene

const NEW = { role: 'hr', locale: 'it', active: true } as const

/** In Torino, in winter. */
const turnAt = async (time: string) => {
  scene.at = Date.parse(`${time}+01:00`)
  await sweepOnce(QUICK)
  await runAll()
}
const post = async () => {
  const openingId = await anOpening({ companyId: scene.hr.companyId, postedAt: now(), createdAt: now() })
  await happens('opening.posted', { openingId })
}
const contactRow = async (id: ContactId) => {
  const [row] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, id)))
  return row ?? expect.fail()
}
const change = async (what: { active?: boolean; email?: string }) => {
  const { id: contactId, version, name, role, email } = await contactRow(scene.hr.contactId)
  const form = {
    contactId,
    version,
    name,
    role,
    locale: 'it',
    active: true,
    email: email ?? undefined,
  } as const
  await withActor(scene.lead, (tx) => editContact(tx, scene.hr.companyId, { ...form, ...what }))
  await runAll()
}
const successor = async () => {
  const added = { ...NEW, name: 'Bruna Neri', email: `bruna@${scene.hr.companyId}.example` }
  const { active: _, ...input } = added
  await withActor(scene.lead, (tx) => addContact(tx, scene.hr.companyId, input))
  await runAll()
  return added.email
}
const question = async () => (await plan()).find(({ ruleKey }) => ruleKey === 'opening_still_open')
const asked = async () =>
  (await mailbox()).filter(({ subject }) => subject.includes('ancora')).map(({ recipient }) => recipient)
const bounce = async () => {
  const row = await contactRow(scene.hr.contactId)
  await db.asSystem((tx) => markBounced(tx, row))
  await runAll()
}
/** The question of the thirtieth day. */
const THEN = '2026-12-17T09:00'

describe('a contact who leaves', { timeout: 60_000 }, () => {
  it('has her messages go to her successor, once', async () => {
    await post()
    const email = await successor()
    await change({ active: false })
    expect(await planned('contact_missing')).toEqual([])
    await turnAt(THEN)
    await turnAt(THEN)
    expect(await asked()).toEqual([email])
    expect(await question()).toMatchObject({ state: 'done' })
  })

  it('and leaves nobody: the lead is asked to find somebody, and what comes due meanwhile is hers', async () => {
    await post()
    await change({ active: false })
    expect(await planned('contact_missing')).toMatchObject([
      { kind: 'task', assigneeId: scene.lead.userId, template: 'follow_ups_task_contact_missing' },
    ])
    expect(await question()).toMatchObject({ state: 'planned', kind: 'message', contactId: null })
    await turnAt(THEN)
    expect(await asked()).toEqual([])
    expect(await question()).toMatchObject({ state: 'planned', kind: 'task', assigneeId: scene.lead.userId })
  })

  it('and is followed weeks later: the successor gets what is still to come', async () => {
    await post()
    await change({ active: false })
    await turnAt('2026-12-10T10:00')
    const email = await successor()
    await turnAt(THEN)
    expect(await asked()).toEqual([email])
  })

  it('while a message of hers waits for the morning: it goes to her successor, once', async () => {
    await post()
    await turnAt('2026-12-17T08:59')
    scene.at = Date.parse('2026-12-17T17:59+01:00')
    await sweepOnce(QUICK)
    await turnAt('2026-12-17T18:01')
    const email = await successor()
    await change({ active: false })
    await turnAt('2026-12-18T08:30')
    await turnAt('2026-12-18T08:31')
    await turnAt('2026-12-18T08:32')
    expect(await asked()).toEqual([email])
    expect(await question()).toMatchObject({ state: 'done' })
  })
})

describe('an address that gives our mails back', { timeout: 60_000 }, () => {
  it('and is corrected: what was planned reaches the new one', async () => {
    await post()
    await bounce()
    expect(await question()).toMatchObject({ state: 'planned', contactId: null })
    await change({ email: 'giusta@azienda.example' })
    await turnAt(THEN)
    expect(await asked()).toEqual(['giusta@azienda.example'])
  })

  it('beside a colleague who ended our messages: nobody is written to', async () => {
    await post()
    const email = await successor()
    const [bruna] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.email, email)))
    await unsubscribe(bruna?.id ?? expect.fail())
    await bounce()
    await turnAt(THEN)
    expect(await asked()).toEqual([])
  })

  it('of a company that must not be approached: nobody is asked to find anybody', async () => {
    await post()
    await db.asSystem((tx) =>
      tx.update(companies).set({ doNotContact: true }).where(eq(companies.id, scene.hr.companyId)),
    )
    await change({ active: false })
    await turnAt(THEN)
    expect(await planned('contact_missing')).toEqual([])
    expect(await asked()).toEqual([])
  })
})
