import { and, eq, gte, sql, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { disclosures } from '#db/schema/proposals.ts'
import { taxonomyProfessions } from '#db/schema/taxonomy.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import { forPurpose, type Tx } from '../shared/with-actor.server.ts'
import { licenceCategories, licenceCovers, type LicenceCategory } from '../taxonomy/licences.ts'
import { isKnownAttribute, provincesOfArea, type CardAttribute } from './card-attributes.ts'
import { fallBacks, MEMORY_MONTHS, union, type Pool } from './hold-back.ts'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

const list = (values: readonly string[]): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`

/** Whether a profile fits one shown attribute. */
function fits({ attribute, value }: CardAttribute): SQL {
  switch (attribute) {
    case 'profession':
      return sql`${profiles.professionCode} = ${value}`
    case 'profession_group':
      // A curated code begins with its ISCO-08 group; an imported one has it in its row.
      return sql`(${profiles.professionCode} like ${`isco-${value}%`} or ${profiles.professionCode} in
        (select code from ${taxonomyProfessions} where isco like ${`${value}%`}))`
    case 'skill': {
      const [code, level] = value.split(':')
      return sql`coalesce(${profiles.skillLevels}[array_position(${profiles.skillCodes}, ${code})] >= ${Number(level)}, false)`
    }
    case 'italian':
      return value === 'independent'
        ? sql`${profiles.italianSpoken} >= 3`
        : sql`${profiles.italianSpoken} < 3`
    case 'slot':
      return sql`${profiles.slots} @> ${list([value])}`
    case 'licence': {
      const covering = licenceCategories.filter((held) => licenceCovers([held], value as LicenceCategory))
      return sql`${profiles.licences} && ${list(covering)}`
    }
    case 'area':
      return sql`${profiles.province} = any(${list(provincesOfArea(value))})`
  }
}

/**
 * Has proposals come one after the other, to the end of their transactions: each then counts what the one before it has
 * shown, and no two rely on a pool that the other changes. To be called before anything that they rest on is read.
 */
export async function oneProposalAtATime(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('disclosure'))`)
}

/** Everything a company was ever shown of a person in the last 24 months. */
export async function shownBefore(tx: Tx, person: Person): Promise<CardAttribute[]> {
  const since = new Date(now())
  since.setUTCMonth(since.getUTCMonth() - MEMORY_MONTHS)
  const rows = await tx
    .selectDistinct({ attribute: disclosures.attribute, value: disclosures.value })
    .from(disclosures)
    .where(
      and(
        eq(disclosures.orgId, person.orgId),
        eq(disclosures.candidateId, person.candidateId),
        gte(disclosures.at, since),
      ),
    )
  return rows as CardAttribute[]
}

/**
 * For each card that could be tried, how many active people of the whole network fit everything shown of this person if
 * it were sent: herself and the others, counted in one statement.
 * @returns the counts in the order of `fallBacks(full)`, and the pool.
 * @throws Error for an attribute outside of the closed vocabulary.
 */
export async function countAlike(
  tx: Tx,
  person: Person,
  full: readonly CardAttribute[],
  past: readonly CardAttribute[],
): Promise<{ counts: number[]; pool: Pool }> {
  const unknown = [...past, ...full].find((shown) => !isKnownAttribute(shown))
  if (unknown) throw new Error(`attribute ${unknown.attribute} has a value outside of its vocabulary`)
  const other = sql`${profiles.candidateId} <> ${person.candidateId}`
  const columns = fallBacks(full).map(
    (card) => sql`count(*) filter (where ${and(other, ...union(past, card).map(fits))})::int`,
  )
  return forPurpose(tx, 'matching', async () => {
    const [row] = await tx.execute<{ counts: number[]; people: number; organisations: number }>(
      sql`select array[${sql.join(columns, sql`, `)}] as counts, count(*)::int as people,
        count(distinct ${profiles.orgId})::int as organisations
        from ${profiles} where ${profiles.matchable}`,
    )
    if (!row) throw new Error('the count gave no row')
    return {
      counts: row.counts.map((others) => others + 1),
      pool: { people: row.people, organisations: row.organisations },
    }
  })
}
