import { and, eq, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { audit } from '../audit/record.server.ts'
import { withdrawAvoided } from '../cards/avoided-work.server.ts'
import type { Exclusion } from '../matching/types.ts'
import { emit } from '../outbox/emit.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, CompanyId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { nextVersion } from './next-version.server.ts'
import type { SetExclusions } from './set-exclusions.schema.server.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

type Kept = Exclusion & { shown?: string | null }

const keyOf = ({ kind, value }: Exclusion): string => `${kind}:${value}`

/** The key under which a name is compared, as the people of companies have theirs. */
async function keyOfName(tx: Tx, name: string): Promise<string> {
  const [row] = await tx.execute<{ key: string }>(sql`select app.person_key(${name}) as key`)
  const key = row?.key ?? ''
  if (!key.includes(' ')) throw new DomainError('invalid', 'desk_person_avoid_person_wrong', 'person')
  return key
}

/**
 * Replaces what a person must or wants to avoid. Values are kept as companies keep theirs: id, eleven digits, key of a
 * name, code of the comune. Standing matches at what comes to it leave in the same transaction (trigger drop_avoided), and so do her
 * cards that are open there.
 * @throws DomainError not_found, stale, invalid for a company that does not exist or a name that is none.
 */
export async function setExclusions(
  tx: Tx,
  { orgId, candidateId }: Person,
  input: SetExclusions,
): Promise<void> {
  await nextVersion(tx, orgId, candidateId, input.version)
  if (
    input.company &&
    (await tx.$count(companies, eq(companies.id, input.company as string as CompanyId))) === 0
  ) {
    throw new DomainError('invalid', 'desk_person_avoid_company_unknown', 'company')
  }
  const added: Kept[] = [
    ...(input.company ? [{ kind: 'company' as const, value: input.company }] : []),
    ...(input.vat ? [{ kind: 'vat' as const, value: input.vat }] : []),
    ...(input.person
      ? [{ kind: 'person' as const, value: await keyOfName(tx, input.person), shown: input.person }]
      : []),
    ...(input.town ? [{ kind: 'town' as const, value: input.town }] : []),
  ]
  const hers = and(eq(candidateExclusions.orgId, orgId), eq(candidateExclusions.candidateId, candidateId))
  const former = await tx.select().from(candidateExclusions).where(hers)
  const stays = new Set(input.keep)
  // Only what was there can stay: a key that nobody had put in is no exclusion.
  const kept = former.filter((one) => stays.has(keyOf(one)))
  const wanted = new Map([...kept, ...added].map((one) => [keyOf(one), one]))
  await tx.delete(candidateExclusions).where(hers)
  if (wanted.size > 0) {
    const createdAt = now()
    await tx.insert(candidateExclusions).values(
      [...wanted.values()].map(({ kind, value, shown }) => ({
        ...{ orgId, candidateId, createdAt, kind, value },
        ...(shown ? { shown } : {}),
      })),
    )
  }
  await withdrawAvoided(tx, { orgId, candidateId })
  await emit(tx, 'profile.changed', { orgId, candidateId })
  await audit(tx, { action: 'candidate.exclusions_set', subjectType: 'candidate', subjectId: candidateId })
}
