import { sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { searchEntries } from '#db/schema/search.ts'
import { stories } from '#db/schema/stories.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { labelsToIndex, labelsToRemove } from './offered-labels.server.ts'

/**
 * Whether the index has an entry for everything there is. False on the first start with it, and after rows were written past
 * the commands, such as by restoring a part of a backup.
 */
export async function indexIsWhole(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ whole: boolean }>(sql`select
    (select count(*) from ${openings}) = (select count(*) from ${searchEntries} where kind = 'opening')
    and (select count(*) from ${companies}) = (select count(*) from ${searchEntries} where kind = 'company')
    and (select count(*) from ${stories}) = (select count(*) from ${searchEntries} where kind = 'story') as whole`)
  if (!row?.whole) return false
  return (await labelsToIndex(tx, 1)).length === 0 && (await labelsToRemove(tx)).length === 0
}
