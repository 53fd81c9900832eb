import { addDays, atLocal } from '#app/domain/calendar/rome.ts'
import { readVatId } from '#app/domain/companies/vat-id.server.ts'
import type { Place } from '#app/domain/places/places.server.ts'
import { areaOfProvince } from '#app/domain/places/areas.ts'
import type { CompanyId, ContactId, UserId } from '#app/domain/shared/ids.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { users } from '#db/schema/accounts.ts'
import type { companies, companyVerifications, contacts } from '#db/schema/companies.ts'
import { demoAccounts } from './demo-accounts.ts'
import { companyList, type CompanyEntry } from './company-list.ts'
import { addressOf, contactName, phoneNumber, slugged } from './names.ts'
import type { Organisation, Staff } from './organisations.ts'
import { momentAfter, momentOn, type Past } from './past.ts'
import type { Random } from './random.ts'
import { townNamed } from './towns.ts'

type ContactRow = typeof contacts.$inferInsert

/** An employer with its people. Stage and score are not here: they follow from what happens. */
export type Firm = {
  id: CompanyId
  entry: CompanyEntry
  place: Place
  row: typeof companies.$inferInsert
  contacts: readonly ContactRow[]
  /** Who answers for it. */
  contact: ContactRow
  /** Her account, where she has one. */
  user: typeof users.$inferInsert | null
  lead: Staff | null
  verifications: readonly (typeof companyVerifications.$inferInsert)[]
  enteredAt: Date
}

/** How many days ago the network met a company, by how far they have come together since. */
const metAgo: Record<TrustStage, readonly [least: number, most: number]> = {
  new: [3, 20],
  contacted: [50, 200],
  in_dialogue: [120, 330],
  posting: [150, 420],
  hosting: [380, 600],
  hiring: [460, 680],
  testimonial: [540, 700],
  ambassador: [600, 724],
}

/** Rungs on which a company has come far enough to have somebody who signs in. */
const SIGNS_IN: readonly TrustStage[] = ['hiring', 'testimonial', 'ambassador']

/**
 * A partita IVA that passes its check and is nobody's: 888 is no tax office of the territory, and no office has ever
 * counted up to 9,900,000.
 */
function inventedVatId(number: number): string {
  const body = `99${String(number).padStart(5, '0')}888`
  const vatId = Array.from({ length: 10 }, (_, digit) => readVatId(`${body}${digit}`)).find(Boolean)
  if (!vatId) throw new Error(`no check digit fits ${body}`)
  return vatId
}

/** The day until which every pause of today was agreed. */
export const pausedUntil = (past: Past): Date => atLocal(addDays(past.today, 40), '08:30')

/** The employers of the network. */
export function makeCompanies(
  { organisations, staff }: { organisations: readonly Organisation[]; staff: readonly Staff[] },
  past: Past,
  random: Random,
): Firm[] {
  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const led = new Map<Staff, number>()
  const taken = new Set(demoAccounts.map(({ name }) => name))
  return companyList.map((entry, index) => {
    const draw = random.branch(entry.name)
    const id = draw.uuid<CompanyId>()
    const place = townNamed(entry.place)
    const enteredAt = momentOn(past, past.ago(draw.int(...metAgo[entry.aims])), draw)
    const contactRows = contactsOf(entry, id, { enteredAt, taken }, draw)
    const contact = contactRows[0]
    if (!contact) throw new Error(`${entry.name} has nobody to talk to`)
    // Of those who have only just signed up, some have not been taken on by anybody yet.
    const lead = entry.aims === 'new' && index % 2 === 0 ? null : leadOf(place, organisations, led)
    return {
      ...{ id, entry, place, contact, lead, enteredAt },
      contacts: contactRows,
      user: userOf(entry, contact, draw),
      verifications: verificationsOf(entry, id, { enteredAt, coordinators }, past, draw),
      row: {
        ...{ id, name: entry.name, sector: entry.sector, sizeBand: entry.sizeBand, placeCode: place.code },
        vatId: inventedVatId(1_000 + index * 137),
        website: entry.sizeBand === 'micro' ? null : `https://www.${slugged(entry.name)}.example`,
        verification: entry.verification ?? 'verified',
        pausedUntil: entry.standing === 'paused' ? pausedUntil(past) : null,
        doNotContact: entry.standing === 'do_not_contact',
        leadOrgId: lead?.orgId ?? null,
        leadUserId: lead?.userId ?? null,
        createdAt: enteredAt,
      },
    }
  })
}

function contactsOf(
  entry: CompanyEntry,
  companyId: CompanyId,
  { enteredAt: createdAt, taken }: { enteredAt: Date; taken: Set<string> },
  draw: Random,
): ContactRow[] {
  const row = (role: 'hr' | 'owner' | 'tutor', name: string): ContactRow => ({
    ...{ id: draw.uuid<ContactId>(), companyId, name, role, createdAt },
    email: addressOf(name, entry.name),
    phone: phoneNumber(draw),
  })
  const demo = demoAccounts.find(({ email }) => email.endsWith(`@${slugged(entry.name)}.example`))
  const first = row(entry.sizeBand === 'micro' ? 'owner' : 'hr', demo?.name ?? contactName(draw, taken))
  if (!draw.chance(0.45)) return [first]
  return [
    first,
    row(entry.sizeBand === 'micro' ? 'tutor' : draw.pick(['owner', 'tutor']), contactName(draw, taken)),
  ]
}

function userOf({ aims, verification }: CompanyEntry, contact: ContactRow, draw: Random): Firm['user'] {
  if (!SIGNS_IN.includes(aims) && verification !== 'pending') return null
  const { id: contactId, companyId, name, email, createdAt } = contact
  if (!email) return null
  const id = draw.uuid<UserId>()
  const demo = demoAccounts.some((account) => account.email === email)
  return { id, role: 'hr_contact', companyId, contactId, name, email, demo, createdAt }
}

/**
 * A case manager of the company's own province where the network has one, else of its part of Piemonte: whoever leads
 * the fewest, so that nobody has too many.
 */
function leadOf(place: Place, organisations: readonly Organisation[], led: Map<Staff, number>): Staff {
  const here = organisations.filter(({ row }) => row.placeCode.slice(0, 3) === place.code.slice(0, 3))
  const near = organisations.filter(({ area }) => area === areaOfProvince(place.province))
  const ledBy = (person: Staff) => led.get(person) ?? 0
  const [lead] = (here.length > 0 ? here : near)
    .flatMap(({ caseManagers }) => caseManagers)
    .sort((a, b) => ledBy(a) - ledBy(b))
  if (!lead) throw new Error(`nobody works near ${place.name}`)
  led.set(lead, ledBy(lead) + 1)
  return lead
}

function verificationsOf(
  entry: CompanyEntry,
  companyId: CompanyId,
  { enteredAt, coordinators }: { enteredAt: Date; coordinators: readonly Staff[] },
  past: Past,
  draw: Random,
): Firm['verifications'] {
  const [first, second] = draw.shuffle(coordinators)
  if (!first || !second) throw new Error('two coordinators are needed to verify a company')
  const row = (user: Staff, decision: 'approved' | 'rejected', days: number, note = '') => ({
    ...{ id: draw.uuid<string>(), companyId, userId: user.userId, decision, note },
    ...{ registerChecked: true, humanContact: decision === 'approved' },
    at: momentAfter(past, enteredAt, days, draw),
  })
  switch (entry.verification) {
    case 'pending':
      // Nobody approves a company that nobody has spoken to.
      return entry.aims !== 'new'
        ? [row(first, 'approved', 6, 'Visura a posto, manca il secondo parere.')]
        : []
    case 'rejected':
      return [row(first, 'rejected', 6, 'Sede inesistente: alla visita il citofono portava un altro nome.')]
    default:
      return [row(first, 'approved', draw.int(4, 9)), row(second, 'approved', draw.int(10, 24))]
  }
}
