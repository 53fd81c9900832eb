import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { slugOf } from '#app/domain/stories/slug.ts'
import type { companyReferrals } from '#db/schema/companies.ts'
import { endOf } from '#app/domain/testimonials/validity.ts'
import type { stories, testimonials, testimonialUses } from '#db/schema/stories.ts'
import type { Happening } from './chronicle.ts'
import { introductions } from './company-list.ts'
import type { Firm } from './companies.ts'
import type { Staff } from './organisations.ts'
import { momentAfter, momentOn, type Past } from './past.ts'
import type { Random } from './random.ts'
import { storyEntries } from './story-texts.ts'

type Rows<Row> = { rows: Row[]; happenings: Happening[] }

const firmOf = (firms: readonly Firm[], name: string): Firm => {
  const firm = firms.find(({ entry }) => entry.name === name)
  if (!firm) throw new Error(`no company is called ${name}`)
  return firm
}

const leadOf = ({ lead, entry }: Firm): Staff => {
  if (!lead) throw new Error(`nobody leads ${entry.name}`)
  return lead
}

/** Introductions from firm to firm. Whoever made one is an ambassador once the other was reached. */
export function makeReferrals(
  firms: readonly Firm[],
  firstContactOf: ReadonlyMap<Firm['id'], Date>,
  random: Random,
): Rows<typeof companyReferrals.$inferInsert> {
  const rows: (typeof companyReferrals.$inferInsert)[] = []
  const happenings: Happening[] = []
  for (const [fromName, toName] of introductions) {
    const [from, to] = [firmOf(firms, fromName), firmOf(firms, toName)]
    const at = new Date(+to.enteredAt + HOUR)
    const id = random.uuid<string>()
    rows.push({ id, fromCompanyId: from.id, toCompanyId: to.id, at })
    const own = { companyId: from.id, authorId: leadOf(from).userId }
    happenings.push({ ...own, at, trust: { kind: 'referral_made', causeType: 'referral', causeId: id } })
    const reached = firstContactOf.get(to.id)
    if (reached) happenings.push({ ...own, at: reached > at ? reached : at, fact: 'referral_contacted' })
  }
  return { rows, happenings }
}

/** What firms said, where their voice was used. */
const usesSaid = {
  event: [
    'Dieci minuti davanti a una ventina di imprese: che cosa è cambiato nei turni e quanto è durato l’affiancamento.',
    'La titolare ha risposto alle domande su costi e tempi del primo tirocinio.',
    'Il responsabile di reparto ha raccontato il primo mese e che cosa rifarebbe.',
  ],
  site: [
    'Una frase accanto alla storia, approvata dall’azienda prima della pubblicazione.',
    'Nome e logo nella pagina delle storie, con la frase sul tempo risparmiato.',
  ],
} as const

/** Requests that have no answer yet, and one that was declined. */
const asked = ['Lavanderia Bianca Corte', 'Hotel Tre Gelsi'] as const
const declined = 'Cantine Colle Ambrato'

/**
 * Firms that speak for the network, each through a case manager who asked.
 * @param begunOf when a firm first had somebody there; it speaks of it well after.
 */
export function makeTestimonials(
  firms: readonly Firm[],
  begunOf: (firm: Firm) => Date,
  past: Past,
  random: Random,
): Rows<typeof testimonials.$inferInsert> & { uses: (typeof testimonialUses.$inferInsert)[] } {
  const happenings: Happening[] = []
  const uses: (typeof testimonialUses.$inferInsert)[] = []
  const rowOf = (firm: Firm, state: 'asked' | 'accepted' | 'declined', askedAt: Date) => {
    const { userId: throughUserId, orgId: throughOrgId } = leadOf(firm)
    const answeredAt = state === 'asked' ? null : momentAfter(past, askedAt, random.int(2, 12), random)
    const scope = random.pick(['events', 'web', 'both'] as const)
    const ends = answeredAt && state === 'accepted' ? endOf('24', answeredAt) : null
    // One that has run out would be asked again before it does.
    const validUntil = ends && ends > past.start ? ends : null
    return {
      id: random.uuid<string>(),
      companyId: firm.id,
      state,
      scope,
      throughUserId,
      throughOrgId,
      askedAt,
      answeredAt,
      validUntil,
    }
  }
  const useOf = (row: ReturnType<typeof rowOf>, at: number, usedAt: Date) => {
    const said = usesSaid[row.scope === 'web' ? 'site' : 'event']
    return {
      ...{
        id: random.uuid<string>(),
        testimonialId: row.id,
        usedAt,
        said: said[at % said.length] ?? said[0],
      },
      ...{ kind: row.scope === 'web' ? ('site' as const) : ('event' as const), loggedAt: usedAt },
      ...{ orgId: row.throughOrgId, loggedBy: row.throughUserId },
    }
  }
  const accepted = firms
    .filter(({ entry }) => entry.aims === 'testimonial' || entry.aims === 'ambassador')
    .map((firm, at) => {
      const row = rowOf(firm, 'accepted', momentAfter(past, begunOf(firm), random.int(70, 150), random))
      const own = { companyId: firm.id, authorId: firm.user?.id as Happening['authorId'] }
      const answeredAt = row.answeredAt ?? past.start
      happenings.push({ ...own, at: answeredAt, fact: 'testimonial_accepted' })
      if (at % 2 === 0) {
        const usedAt = momentAfter(past, answeredAt, random.int(15, 60), random)
        const use = useOf(row, at, usedAt)
        uses.push(use)
        happenings.push({
          ...own,
          at: usedAt,
          trust: { kind: 'testimonial_spoke', causeType: 'testimonial_use', causeId: use.id },
        })
      }
      return row
    })
  const recently = () => momentOn(past, past.ago(random.int(3, 9)), random)
  const others = [
    ...asked.map((name) => rowOf(firmOf(firms, name), 'asked', recently())),
    rowOf(firmOf(firms, declined), 'declined', momentOn(past, past.ago(82), random)),
  ]
  return { rows: [...accepted, ...others], happenings, uses }
}

const monthsBetween = (from: Date, to: Date): number => Math.floor((+to - +from) / (30 * DAY))

/** Success stories: on the public site, waiting for a coordinator, waiting for the firm. */
export function makeStories(
  firms: readonly Firm[],
  begunOf: (firm: Firm) => Date,
  coordinators: readonly Staff[],
  past: Past,
  random: Random,
): Rows<typeof stories.$inferInsert> {
  const happenings: Happening[] = []
  const rows = storyEntries.map(({ company, state, ago, ...words }, at): typeof stories.$inferInsert => {
    const firm = firmOf(firms, company)
    const id = random.uuid<StoryId>()
    const published = state === 'published'
    const shownAt = momentOn(past, past.ago(ago), random)
    const publishedBy = published ? random.pick(coordinators).userId : null
    if (published) {
      const trust = { kind: 'story_published' as const, causeType: 'story', causeId: id }
      happenings.push({ companyId: firm.id, at: shownAt, authorId: publishedBy, trust })
    }
    // Some firms write their own; for the others their case manager did, and they approved it.
    const byFirm = state !== 'awaiting_company' && at % 2 === 0 ? firm.user?.id : undefined
    return {
      ...{ id, companyId: firm.id, state, ...words, publishedBy },
      monthsRetained:
        words.monthsRetained && Math.min(words.monthsRetained, monthsBetween(begunOf(firm), shownAt)),
      ...{ companyName: firm.entry.name, sector: firm.entry.sector, sizeBand: firm.entry.sizeBand },
      placeCode: firm.place.code,
      slug: published ? slugOf(words.title) : null,
      writtenBy: byFirm ?? leadOf(firm).userId,
      publishedAt: published ? shownAt : null,
      version: published ? 3 : 2,
      createdAt: momentOn(past, past.ago(ago + (published ? random.int(9, 20) : 3)), random),
    }
  })
  return { rows, happenings }
}
