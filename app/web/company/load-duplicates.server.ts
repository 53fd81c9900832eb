import { compareCompanies, type ComparedCompany } from '#app/domain/merges/compare-companies.server.ts'
import { duplicatesOf } from '#app/domain/companies/duplicates-of.server.ts'
import { findCompanies } from '#app/domain/companies/find-companies.server.ts'
import { mergesOf } from '#app/domain/merges/merges-of.server.ts'
import type { SimilarCompany } from '#app/domain/companies/similar-companies.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { isUuid, type CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Comparison, DuplicatesData } from '#app/ui/company/duplicates-view.ts'
import type { Call } from '../define.server.ts'
import { formatDate, formatRelativeDay } from '../format.ts'
import { newFormKey } from '../form-key.server.ts'
import { text } from '../text.server.ts'

const LONGEST_SEARCH = 80

/** A company that may be the one in hand: where it is and what they share. */
export const suspectLine = ({ id, name, vatId, placeCode, shares }: SimilarCompany) => ({
  ...{ id: id as string, name },
  hint: [placeLabel(placeCode), vatId, ...shares.map((share) => text(`duplicates_shares_${share}`))].join(
    ' · ',
  ),
})

/** What tells one company from the other, a line a fact. */
function factsOf(company: ComparedCompany, locale: LabelLocale): string[] {
  const { lead, lastContactAt } = company
  return [
    company.vatId,
    sectorLabel(company.sector, locale),
    placeLabel(company.placeCode),
    company.website ?? '–',
    text(`relationship_verification_${company.verification}`),
    `${text(`trust_stage_${company.stage}`)}, ${Math.round(company.score)}`,
    [lead.name, lead.org].filter(Boolean).join(', ') || text('relationship_no_lead'),
    formatDate(company.createdAt),
    lastContactAt ? formatRelativeDay(lastContactAt, now()) : text('relationship_never'),
    ...[company.contacts, company.interactions, company.openings, company.stories].map(String),
  ]
}

const factNames = [
  ...['relationship_fact_vat', 'relationship_fact_sector', 'relationship_fact_place'],
  ...['relationship_fact_website', 'relationship_fact_verification', 'relationship_col_trust'],
  ...['relationship_col_lead', 'duplicates_fact_since', 'portfolio_col_last', 'relationship_contacts'],
  ...['duplicates_fact_interactions', 'relationship_openings', 'duplicates_fact_stories'],
]

async function comparison(tx: Tx, a: CompanyId, b: CompanyId, locale: LabelLocale): Promise<Comparison> {
  const { companies, faults, leadsDiffer, may } = await compareCompanies(tx, a, b)
  const [left, right] = companies.map((company) => factsOf(company, locale))
  const sideOf = ({ id, name, lead }: ComparedCompany, fault: string | null) => ({
    id: id as string,
    name,
    lead: [lead.name, lead.org].filter(Boolean).join(', ') || text('relationship_no_lead'),
    /** Why the other may not go into this one. */
    fault: fault && text(`duplicates_refused_${fault}`),
  })
  return {
    may,
    leadsDiffer,
    sides: [sideOf(companies[0], faults[1]), sideOf(companies[1], faults[0])] as const,
    facts: factNames.map((name, at) => ({
      name: text(name),
      left: left?.[at] ?? '',
      right: right?.[at] ?? '',
      differs: left?.[at] !== right?.[at],
    })),
  }
}

/** What may be the same firm as a company, the comparison with one of them, and the merges that were made. */
export async function loadDuplicates(
  { tx, url, info }: Call & { tx: Tx },
  companyId: CompanyId,
): Promise<DuplicatesData> {
  const { name, similar } = await duplicatesOf(tx, companyId)
  const search = (url.searchParams.get('cerca') ?? '').trim().slice(0, LONGEST_SEARCH)
  const other = url.searchParams.get('con')
  return {
    id: companyId as string,
    name,
    similar: similar.map(suspectLine),
    search,
    found: (await findCompanies(tx, search, companyId)).map(({ id, name: like, vatId, placeCode }) => ({
      ...{ id: id as string, name: like, hint: [placeLabel(placeCode), vatId].join(' · ') },
    })),
    compared: isUuid(other)
      ? await comparison(tx, companyId, other as string as CompanyId, info.locale)
      : null,
    merges: (await mergesOf(tx, companyId)).map(({ at, takenBackAt, ...merge }) => ({
      ...merge,
      id: merge.id as string,
      when: formatDate(at),
      takenBack: takenBackAt && formatDate(takenBackAt),
    })),
    formKey: newFormKey(),
  }
}
