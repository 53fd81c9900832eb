import { sql } from 'drizzle-orm'
import { taxonomyLinks, taxonomyStagedLinks, type TaxonomyLinkKind } from '#db/schema/taxonomy.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import type { EscoFile } from './esco-file.ts'
import type { LinkChanges } from './import-report.ts'

/** The relations that a file holds all of. */
export function linkKindsOf(file: EscoFile): TaxonomyLinkKind[] {
  switch (file.content) {
    case 'concepts':
      return []
    case 'requirements':
      return ['essential', 'optional']
    case 'broader':
      return [file.pillar === 'skill' ? 'broader_skill' : 'broader_profession']
  }
}

/** Puts the staged relations of a kind in the place of ESCO's former ones. Our own suggestions stay. */
export async function applyLinks(tx: Tx, kind: TaxonomyLinkKind): Promise<LinkChanges> {
  const [gone] = await tx.execute<{ rows: number }>(sql`
    with gone as (delete from ${taxonomyLinks} l where l.origin = 'esco' and l.kind = ${kind} and not exists
      (select 1 from ${taxonomyStagedLinks} s where (s.from_code, s.kind, s.to_code) = (l.from_code, l.kind, l.to_code))
      returning 1) select count(*)::int as rows from gone`)
  const [added] = await tx.execute<{ rows: number }>(sql`
    with added as (insert into ${taxonomyLinks} (from_code, kind, to_code, origin)
      select from_code, kind, to_code, 'esco' from ${taxonomyStagedLinks} where kind = ${kind}
      on conflict do nothing returning 1) select count(*)::int as rows from added`)
  return { kind, added: added?.rows ?? 0, removed: gone?.rows ?? 0 }
}
