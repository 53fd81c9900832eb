import { sql, type SQL } from 'drizzle-orm'
import { profiles } from '#db/schema/candidates.ts'
import { licenceCategories, licenceCovers, type LicenceCategory } from '../../taxonomy/licences.ts'
import { anyOf, textArray } from './lists.server.ts'

const pairs = licenceCategories.flatMap((first, at) =>
  licenceCategories.slice(at + 1).map((second) => [first, second] as const),
)

/**
 * Whether the categories held cover the one asked. The law is asked, not copied: which category covers it alone, and
 * which two do so only together (CE with D for DE).
 */
export function coversLicence(asked: LicenceCategory): SQL {
  const alone = licenceCategories.filter((held) => licenceCovers([held], asked))
  const together = pairs.filter(
    (pair) => licenceCovers(pair, asked) && !pair.some((category) => alone.includes(category)),
  )
  return anyOf([
    sql`${profiles.licences} && ${textArray(alone)}`,
    ...together.map((pair) => sql`${profiles.licences} @> ${textArray(pair)}`),
  ])
}
