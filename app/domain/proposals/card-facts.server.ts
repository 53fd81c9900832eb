import { and, eq } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import { openings, openingSkills } from '#db/schema/openings.ts'
import { companies } from '#db/schema/companies.ts'
import type { AskedFacts, ShowableFacts } from '../disclosure/card-attributes.ts'
import type { Province } from '../places/areas.ts'
import { notFound } from '../shared/errors.ts'
import type { CandidateId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { LicenceCategory } from '../taxonomy/licences.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** The showable facts of a person: read by name, so that nothing else can come along. */
export async function showableFacts(tx: Tx, person: Person): Promise<ShowableFacts & { matchable: boolean }> {
  const [row] = await tx
    .select({
      professionCode: profiles.professionCode,
      skillCodes: profiles.skillCodes,
      skillLevels: profiles.skillLevels,
      licences: profiles.licences,
      italianSpoken: profiles.italianSpoken,
      slots: profiles.slots,
      province: profiles.province,
      matchable: profiles.matchable,
    })
    .from(profiles)
    .where(and(eq(profiles.orgId, person.orgId), eq(profiles.candidateId, person.candidateId)))
  if (!row) notFound()
  return {
    professionCode: row.professionCode,
    skills: Object.fromEntries(row.skillCodes.map((code, index) => [code, row.skillLevels[index] ?? 0])),
    licences: row.licences as LicenceCategory[],
    italianSpoken: row.italianSpoken,
    slots: row.slots,
    province: row.province as Province,
    matchable: row.matchable,
  }
}

/** An opening and its company as a proposal needs them. @throws DomainError not_found. */
export async function askedFacts(tx: Tx, openingId: OpeningId) {
  const [opening] = await tx
    .select({
      companyId: openings.companyId,
      state: openings.state,
      licences: openings.licences,
      verification: companies.verification,
      doNotContact: companies.doNotContact,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(eq(openings.id, openingId))
  if (!opening) notFound()
  const skills = await tx
    .select({ code: openingSkills.skillCode, level: openingSkills.level })
    .from(openingSkills)
    .where(eq(openingSkills.openingId, openingId))
    .orderBy(openingSkills.skillCode)
  const asked: AskedFacts = { skills, licences: opening.licences as LicenceCategory[] }
  return { ...opening, asked }
}
