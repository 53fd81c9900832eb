import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { signUpCompanySchema } from '#app/domain/companies/sign-up-company.schema.server.ts'
import { signUpCompany } from '#app/domain/companies/sign-up-company.server.ts'
import { exampleVatId, readVatId } from '#app/domain/companies/vat-id.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, accountRow, changeAccount } from '#tests/support/factories/credentials.ts'
import { next } from '#tests/support/factories/sequence.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const typed = (values: Record<string, string> = {}) => ({
  ...{
    vatId: exampleVatId(),
    company: 'Officine Belforte',
    sector: 'metal',
    sizeBand: 'small',
    place: 'Moncalieri',
  },
  ...{ name: 'Giada Belforte', email: `giada-${next()}@belforte.example`, ...values },
})

async function signUp(values: Record<string, string> = {}, address = aBrowser().address) {
  const form = signUpCompanySchema.parse(typed(values))
  await signUpCompany({ ...form, locale: 'it' }, address)
  return form
}

/** Everything that a sign-up could leave, for a look at what it did leave. */
const traces = () =>
  db.asSystem(async (tx) => ({
    companies: await tx.$count(companies),
    contacts: await tx.$count(contacts),
    users: await tx.$count(users),
    followUps: await tx.$count(followUps),
    events: await tx.$count(outbox),
  }))

const eventsOf = async (userId: string) => {
  const events = await db.asSystem((tx) => tx.select().from(outbox))
  return events.filter(({ payload }) => payload.userId === userId)
}

async function companyOf(vatId: string) {
  const [company] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.vatId, vatId)))
  if (!company) throw new Error('no such company')
  return company
}

async function userOf(email: string) {
  const [user] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.email, email)))
  return user
}

describe('a new company', () => {
  it('is created unverified, with its contact, her account and one event of ids', async () => {
    const { vatId, email } = await signUp()
    const company = await companyOf(vatId)
    expect(company).toMatchObject({
      ...{ name: 'Officine Belforte', sector: 'metal', sizeBand: 'small', placeCode: '001156' },
      ...{ verification: 'pending', stage: 'new', leadUserId: null },
    })
    const user = await userOf(email)
    const [contact] = await db.asSystem((tx) =>
      tx.select().from(contacts).where(eq(contacts.companyId, company.id)),
    )
    expect(contact).toMatchObject({ name: 'Giada Belforte', email, role: 'hr', active: true })
    expect(user).toMatchObject({
      ...{
        role: 'hr_contact',
        companyId: company.id,
        contactId: contact?.id,
        passwordHash: null,
        demo: false,
      },
    })
    const events = await eventsOf(user?.id ?? '')
    expect(events.map(({ topic, payload }) => [topic, payload])).toEqual([
      ['company.signed_up', { companyId: company.id, userId: user?.id }],
    ])
    const told = and(eq(auditLog.subjectId, company.id), eq(auditLog.action, 'company.signed_up'))
    expect(await db.asSystem((tx) => tx.$count(auditLog, told))).toBe(1)
  })

  it('is created once by the same form sent five times at once', async () => {
    const values = typed()
    await Promise.all(Array.from({ length: 5 }, () => signUp(values)))
    const company = await companyOf(values.vatId)
    expect(await db.asSystem((tx) => tx.$count(contacts, eq(contacts.companyId, company.id)))).toBe(1)
    const events = await eventsOf((await userOf(values.email))?.id ?? '')
    expect(events.map(({ topic }) => topic).sort()).toEqual([
      ...Array<string>(4).fill('account.sign_in_link_asked'),
      'company.signed_up',
    ])
  })
})

describe('what is known already', () => {
  it('an address with an account: a link for it, whatever company it names', async () => {
    const hr = await anHrContact()
    const { email } = await accountRow(hr)
    const before = await traces()
    await signUp({ email: ` ${email.toUpperCase()} ` })
    expect(await traces()).toEqual({ ...before, events: before.events + 1 })
    expect((await eventsOf(hr.userId)).map(({ topic }) => topic)).toEqual(['account.sign_in_link_asked'])
  })

  it('the address of staff, or of a deactivated account: nothing', async () => {
    const [anna, hr] = [await aStaff(), await anHrContact()]
    await changeAccount(hr, { active: false })
    const emails = [(await accountRow(anna)).email, (await accountRow(hr)).email]
    const before = await traces()
    for (const email of emails) await signUp({ email })
    expect(await traces()).toEqual(before)
  })

  it('a company whose lead was just shut out: the task is her organisation’s', async () => {
    const lead = await aStaff()
    const vatId = exampleVatId()
    const companyId = await aCompany({ vatId, leadUserId: lead.userId, leadOrgId: lead.orgId })
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, lead.userId)))
    await signUp({ vatId })
    const [task] = await db.asSystem((tx) =>
      tx.select().from(followUps).where(eq(followUps.companyId, companyId)),
    )
    expect(task).toMatchObject({ assigneeId: null, assigneeOrgId: lead.orgId })
  })

  it('a company, asked for from an unknown address: no account, no mail, a task for its lead', async () => {
    const lead = await aStaff()
    const vatId = exampleVatId()
    const companyId = await aCompany({ vatId, leadUserId: lead.userId, leadOrgId: lead.orgId })
    const before = await traces()
    const { email } = await signUp({ vatId, name: 'Chi Chiede', company: 'Un altro nome' })
    expect(await traces()).toEqual({
      ...before,
      contacts: before.contacts + 1,
      followUps: before.followUps + 1,
    })
    expect(await userOf(email)).toBeUndefined()
    const [contact] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.email, email)))
    expect(contact).toMatchObject({ companyId, name: 'Chi Chiede', active: false })
    const [task] = await db.asSystem((tx) =>
      tx.select().from(followUps).where(eq(followUps.companyId, companyId)),
    )
    expect(task).toMatchObject({
      ...{ kind: 'task', template: 'account_task_access_asked', state: 'planned', contactId: contact?.id },
      ...{ assigneeId: lead.userId, assigneeOrgId: lead.orgId, subjectType: 'company', subjectId: companyId },
    })
    expect((await companyOf(vatId)).name).not.toBe('Un altro nome')

    const after = await traces()
    await signUp({ vatId, email })
    expect(await traces()).toEqual(after)
  })

  it('a company, asked for from an address that the network wrote down: an account and a link', async () => {
    const vatId = exampleVatId()
    const companyId = await aCompany({ vatId })
    const email = `Paola.Negro-${next()}@negro.example`
    const contactId = newId<never>()
    await db.asSystem((tx) =>
      tx.insert(contacts).values({ id: contactId, companyId, name: 'Paola Negro', email, createdAt: now() }),
    )
    await signUp({ vatId, email })
    const user = await userOf(email.toLowerCase())
    expect(user).toMatchObject({ role: 'hr_contact', companyId, contactId })
    expect((await eventsOf(user?.id ?? '')).map(({ topic }) => topic)).toEqual(['account.sign_in_link_asked'])
  })
})

describe('the limits', () => {
  it('stop the eleventh sign-up of an hour from one address', async () => {
    const { address } = aBrowser()
    for (let count = 0; count < 10; count += 1) await signUp({}, address)
    const before = await traces()
    await expect(signUp({}, address)).rejects.toMatchObject({ code: 'too_many' })
    expect(await traces()).toEqual(before)
  })

  it('stop the sixth mail to one contact, from however many addresses they are asked', async () => {
    const hr = await anHrContact()
    const { email } = await accountRow(hr)
    for (let count = 0; count < 5; count += 1) await signUp({ email })
    await expect(signUp({ email })).rejects.toMatchObject({ code: 'too_many' })
    expect(await eventsOf(hr.userId)).toHaveLength(5)
  })
})

describe('the form', () => {
  const faults = (values: Record<string, string>) => {
    const { error } = signUpCompanySchema.safeParse(typed(values))
    return (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])
  }

  it.each([
    ['vatId', '', 'account_vat_wrong'],
    ['vatId', '12345678901', 'account_vat_wrong'],
    ['vatId', '00743110158', 'account_vat_wrong'],
    ['vatId', '0'.repeat(11), 'account_vat_wrong'],
    ['vatId', '9'.repeat(4000), 'account_vat_wrong'],
    ['company', ' ', 'account_company_missing'],
    ['company', 'A'.repeat(121), 'account_name_long'],
    ['company', 'Rossi\r\nBcc: x@y.example', 'account_name_signs'],
    ['company', '<b>Rossi</b>', 'account_name_signs'],
    ['sector', 'hospitality', 'account_sector_missing'],
    ['sizeBand', 'huge', 'account_size_missing'],
    ['place', 'Parigi', 'account_place_unknown'],
    ['place', '', 'account_place_unknown'],
    ['email', 'non-una-mail', 'account_email_wrong'],
    ['email', 'a@b.example\r\nBcc: x@y.example', 'account_email_wrong'],
    ['email', `${'a'.repeat(250)}@b.example`, 'account_email_wrong'],
    ['stage', 'champion', 'account_form_unknown'],
  ])('refuses %s = %j beside its field', (field, value, message) => {
    expect(faults({ [field]: value })).toEqual([[field === 'stage' ? '' : field, message]])
  })

  it.each([
    ['vatId', 'IT 0074 3110 157', '00743110157'],
    ['place', 'torino (TO)', '001272'],
    ['place', ' agliè ', '001001'],
    ['email', ' Giada@Belforte.Example ', 'giada@belforte.example'],
    ['company', '  Caffè d’Alba & C. ', 'Caffè d’Alba & C.'],
  ])('takes %s = %j as %j', (field, value, read) => {
    expect(signUpCompanySchema.parse(typed({ [field]: value }))).toMatchObject({ [field]: read })
  })

  it('offers examples that pass, each time another', () => {
    const examples = Array.from({ length: 200 }, exampleVatId)
    expect(examples.every((vatId) => readVatId(vatId) === vatId)).toBe(true)
    expect(new Set(examples).size).toBeGreaterThan(190)
    expect(examples.every((vatId) => vatId.slice(7, 10) === '001')).toBe(true)
  })

  it('does not know a company by another', async () => {
    const one = await signUp()
    const other = await signUp()
    const ids: CompanyId[] = [(await companyOf(one.vatId)).id, (await companyOf(other.vatId)).id]
    expect(new Set(ids).size).toBe(2)
  })
})
