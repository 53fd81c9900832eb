import { and, eq, exists, sql, type SQL } from 'drizzle-orm'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companies, companyPeople } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { proposals } from '#db/schema/proposals.ts'
import type { CandidateId, CardId, CompanyId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { liveCards, withdrawLive } from './live-cards.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** Holds where the exclusion is about the company, its VAT id, one of its people or the town: as constraints/exclusion.ts. */
export const isAboutThis = sql`case ${candidateExclusions.kind}
  when 'company' then ${candidateExclusions.value} = ${companies.id}::text
  when 'vat' then ${candidateExclusions.value} = ${companies.vatId}
  when 'town' then ${candidateExclusions.value} = ${openings.placeCode}
  when 'person' then exists (select 1 from ${companyPeople} where ${companyPeople.companyId} = ${companies.id}
    and app.is_name_of(${candidateExclusions.value}, ${companyPeople.nameKey})) end`

/** Whether a person of the actor's own organisation must or wants to avoid the work that an opening offers. */
export async function avoids(tx: Tx, person: Person, openingId: OpeningId): Promise<boolean> {
  const [found] = await tx
    .select({ kind: candidateExclusions.kind })
    .from(candidateExclusions)
    .innerJoin(openings, eq(openings.id, openingId))
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(
      and(
        eq(candidateExclusions.orgId, person.orgId),
        eq(candidateExclusions.candidateId, person.candidateId),
        isAboutThis,
      ),
    )
    .limit(1)
  return found !== undefined
}

const isAvoided = (tx: Tx): SQL =>
  exists(
    tx
      .select({ kind: candidateExclusions.kind })
      .from(candidateExclusions)
      .where(
        and(
          eq(candidateExclusions.orgId, proposals.orgId),
          eq(candidateExclusions.candidateId, proposals.candidateId),
          isAboutThis,
        ),
      ),
  )

/** Withdraws the live cards of a person, for an opening or at a company, that a safety exclusion now stands against. */
export async function withdrawAvoided(
  tx: Tx,
  of: Person | { openingId: OpeningId } | { companyId: CompanyId },
): Promise<CardId[]> {
  const which =
    'openingId' in of
      ? eq(proposals.openingId, of.openingId)
      : 'companyId' in of
        ? eq(openings.companyId, of.companyId)
        : and(eq(proposals.orgId, of.orgId), eq(proposals.candidateId, of.candidateId))
  return withdrawLive(tx, await liveCards(tx, and(which, isAvoided(tx))))
}
