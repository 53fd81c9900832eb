import type { CompanyGroupId } from '#app/domain/shared/ids.ts'
import type { companyGroupMembers, companyGroups } from '#db/schema/company-groups.ts'
import type { Firm } from './companies.ts'
import type { Past } from './past.ts'
import type { Random } from './random.ts'

/** Invented bodies that some of the firms belong to: by sector, or by the province where they are. */
const bodies = [
  { name: 'Unione Artigiani delle Valli', kind: 'association', provinces: ['TO', 'BI', 'VC'], every: 3 },
  { name: 'Consorzio Sapori della Dora', kind: 'consortium', provinces: ['TO'], every: 4 },
  { name: 'Associazione Imprese del Monviso', kind: 'association', provinces: ['CN', 'AT', 'AL'], every: 2 },
] as const

/** The associations and consortia of the demo network, with who belongs to them and who noted it. */
export function groupRows(firms: readonly Firm[], past: Past, random: Random) {
  const groups: (typeof companyGroups.$inferInsert)[] = []
  const members: (typeof companyGroupMembers.$inferInsert)[] = []
  for (const { name, kind, provinces, every } of bodies) {
    const groupId = random.uuid<CompanyGroupId>()
    groups.push({ id: groupId, name, kind, createdAt: past.start })
    const near = firms.filter(
      ({ place, lead }) => lead && (provinces as readonly string[]).includes(place.province),
    )
    for (const { id: companyId, lead } of near.filter((_, at) => at % every === 0)) {
      if (lead) members.push({ companyId, groupId, addedBy: lead.userId, addedAt: past.start })
    }
  }
  return { groups, members }
}
