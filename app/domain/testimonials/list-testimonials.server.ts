import { count, desc, eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { companies } from '#db/schema/companies.ts'
import { stories, testimonials, testimonialUses } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { maySpeak, type TestimonialState } from '../stories/states.ts'
import type { TestimonialScope } from './scopes.ts'

export type ListedTestimonial = {
  id: string
  companyId: CompanyId
  companyName: string
  state: TestimonialState
  scope: TestimonialScope
  askedAt: Date
  answeredAt: Date | null
  throughPerson: string | null
  throughOrganisation: string | null
  storiesPublished: number
  /** Its yes holds today. */
  speaks: boolean
  validUntil: Date | null
  uses: number
}

/** Which companies speak for the network, since when, and through whom they came. For coordinators. */
export async function listTestimonials(
  tx: Tx,
  { state, page, perPage }: { state: TestimonialState | null; page: number; perPage: number },
): Promise<{ testimonials: ListedTestimonial[]; total: number }> {
  authorise(tx, 'network.read')
  const at = now()
  const wanted = state ? eq(testimonials.state, state) : undefined
  const [counted] = await tx.select({ total: count() }).from(testimonials).where(wanted)
  const rows = await tx
    .select({
      testimonial: testimonials,
      companyName: companies.name,
      throughPerson: users.name,
      throughOrganisation: organisations.name,
      storiesPublished: sql<number>`(select count(*)::int from ${stories} where ${stories.companyId} = ${companies.id}
        and ${stories.state} = 'published')`,
      uses: sql<number>`(select count(*)::int from ${testimonialUses}
        where ${testimonialUses.testimonialId} = ${testimonials.id} and ${testimonialUses.takenBackAt} is null)`,
    })
    .from(testimonials)
    .innerJoin(companies, eq(companies.id, testimonials.companyId))
    .leftJoin(users, eq(users.id, testimonials.throughUserId))
    .leftJoin(organisations, eq(organisations.id, testimonials.throughOrgId))
    .where(wanted)
    .orderBy(desc(sql`coalesce(${testimonials.answeredAt}, ${testimonials.askedAt})`), desc(testimonials.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  return {
    total: counted?.total ?? 0,
    testimonials: rows.map(({ testimonial, ...row }) => {
      const { id, companyId, state, scope, askedAt, answeredAt, validUntil } = testimonial
      const speaks = maySpeak(testimonial, at)
      return { id, companyId, state, scope, askedAt, answeredAt, validUntil, speaks, ...row }
    }),
  }
}

export type CompanyTestimonial = {
  id: string
  state: TestimonialState
  scope: TestimonialScope
  askedAt: Date
  answeredAt: Date | null
  validUntil: Date | null
  speaks: boolean
}

/** The requests made to one company, the newest first: for its HR contacts, and for whoever is about to ask again. */
export async function listCompanyTestimonials(tx: Tx, companyId: CompanyId): Promise<CompanyTestimonial[]> {
  authorise(tx, 'company.read', { companyId })
  const rows = await tx
    .select()
    .from(testimonials)
    .where(eq(testimonials.companyId, companyId))
    .orderBy(desc(testimonials.askedAt))
    .limit(50)
  const at = now()
  return rows.map((row) => {
    const { id, state, scope, askedAt, answeredAt, validUntil } = row
    return { id, state, scope, askedAt, answeredAt, validUntil, speaks: maySpeak(row, at) }
  })
}
