import { lacks, lackFilters } from '#app/domain/companies/lacks.ts'
import { sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { provinces } from '#app/domain/places/places.server.ts'
import { ELSEWHERE } from '#app/domain/relationships/ground.server.ts'
import type { Ground } from '#app/domain/relationships/cold-ground.ts'
import type { EffortResult } from '#app/domain/network/effort-result.ts'
import type { NetworkRelationships } from '#app/domain/relationships/relationships.server.ts'
import type { ReplyRate } from '#app/domain/relationships/reply-rates.ts'
import type { Cell } from '#app/domain/network/suppress.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { now } from '#app/platform/clock.server.ts'
import { minutesInWords } from '#app/ui/network/minutes.ts'
import { formatDate, formatNumber, formatRelativeDay } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'

const PORTFOLIO = '/rete/aziende'
const portfolio = (query: Record<string, string>) => `${PORTFOLIO}?${new URLSearchParams(query).toString()}`

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const stageName = (stage: string) => capitalised(text(`trust_stage_${stage}`))
const territoryName = (key: string) =>
  provinces.find(({ code }) => code === key)?.name ?? text('relations_elsewhere')

/** What is kept back is not told apart from what is not known. */
const cellWords = (cell: Cell): string =>
  typeof cell === 'number'
    ? formatNumber(cell)
    : text(cell === '<5' ? 'network_unmet_few' : 'network_unmet_hidden')
const shareWords = (share: number | null): string =>
  share === null ? text('network_unmet_hidden') : text('relations_percent', { share })

/** Where nothing was, there is nothing to know. */
const NOTHING = '–'

/** Lines by their names, which say nothing of their numbers; the network's own stays the last one. */
const byName = <Line extends { label: string; whole: boolean }>(lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => Number(a.whole) - Number(b.whole) || a.label.localeCompare(b.label))

/** How the rows of a dimension are called, and what of the portfolio stands behind each. */
type Named = { label: (key: string) => string; to: (key: string) => string | null; nobody?: string }

/** A row's name; the network's own row is the last one. */
function heading({ label, to, nobody }: Named, key: string | null, isLast: boolean) {
  if (isLast) return { label: text('relations_network'), to: null, whole: true }
  return key === null
    ? { label: nobody ?? '', to: null, whole: false }
    : { label: label(key), to: to(key), whole: false }
}

const replyLines = (rates: readonly ReplyRate[], named: Named) =>
  rates.map(({ key, sent, inTime, answered }, at) => ({
    ...heading(named, key, at === rates.length - 1),
    key: key ?? `row-${at}`,
    sent: cellWords(sent),
    inTime: sent === 0 ? NOTHING : shareWords(inTime),
    answered: sent === 0 ? NOTHING : shareWords(answered),
  }))

const effortLines = (results: readonly EffortResult[], named: Named) =>
  results.map(({ key, minutes, hosted, hired, minutesEach }, at) => ({
    ...heading(named, key, at === results.length - 1),
    key: key ?? `row-${at}`,
    minutes,
    time: minutesInWords(minutes),
    hosted: cellWords(hosted),
    hired: cellWords(hired),
    each: minutesEach === null ? text('network_unmet_hidden') : minutesInWords(minutesEach),
  }))

type Side = { label: (key: string) => string; name: 'provincia' | 'settore' }

function groundLines(grounds: readonly Ground[], own: Side, other: Side) {
  // Outside of the territory no filter of the portfolio leads.
  const linked = (key: string) => key !== ELSEWHERE
  return grounds.map(({ key, companies, warm, cold }) => ({
    key,
    label: own.label(key),
    to: companies > 0 && linked(key) ? portfolio({ [own.name]: key }) : null,
    companies,
    warm,
    cold: cold.map((each) => ({
      label: other.label(each),
      to: linked(key) && linked(each) ? portfolio({ [own.name]: key, [other.name]: each }) : null,
    })),
  }))
}

const leftAloneView = ({ total, byLack, companies }: NetworkRelationships['leftAlone']) => ({
  total,
  parts: lackFilters.map((lack) => ({
    label: text(`relations_lack_${lack}`),
    total: lack === 'any' ? total : byLack[lack],
    to: portfolio({ manca: lack, ordina: 'score' }),
  })),
  companies: companies.map(({ lacks: missing, ...company }) => ({
    ...company,
    lacks: lacks.filter((lack) => missing.includes(lack)).map((lack) => text(`relations_lack_${lack}`)),
  })),
})

/** The network's relationships in the reader's language; every list leads to the portfolio with its own filter. */
export function relationshipsInWords(relationships: NetworkRelationships, locale: LabelLocale) {
  const { period, headings, replies, efforts, organisationNames, ...rest } = relationships
  const today = now()
  const stage: Named = { label: stageName, to: (key) => portfolio({ livello: key }) }
  const lead: Named = {
    label: (key) => organisationNames.get(key) ?? key,
    to: (key) => portfolio({ ente: key }),
    nobody: text('relations_nobody_leads'),
  }
  const territory: Named = {
    label: territoryName,
    to: (key) => (key === ELSEWHERE ? null : portfolio({ provincia: key })),
  }
  const sides = {
    territory: { label: territoryName, name: 'provincia' },
    sector: { label: (key: string) => sectorLabel(key, locale), name: 'settore' },
  } as const
  return {
    from: formatDate(period.from),
    to: formatDate(period.to),
    headings: headings.map(({ slope, total, companies }) => ({
      ...{ slope, total, hint: text(`trust_slope_hint_${slope}`) },
      to: portfolio({ tendenza: slope, ordina: 'score' }),
      companies: companies.map(({ lastContactAt, ...company }) => ({
        ...company,
        lastContact: lastContactAt && formatRelativeDay(lastContactAt, today),
      })),
    })),
    leftAlone: leftAloneView(rest.leftAlone),
    sole: {
      ...rest.soleKeepers,
      keepers: rest.soleKeepers.keepers.map((keeper) => ({ ...keeper, to: portfolio({ solo: keeper.id }) })),
    },
    replies: {
      stages: replyLines(replies.stages, stage),
      organisations: byName(replyLines(replies.organisations, lead)),
      territories: byName(replyLines(replies.territories, territory)),
    },
    efforts: {
      stages: effortLines(efforts.stages, stage),
      organisations: byName(effortLines(efforts.organisations, { ...lead, to: () => null })),
    },
    territories: groundLines(rest.territories, sides.territory, sides.sector),
    sectors: groundLines(rest.sectors, sides.sector, sides.territory),
  }
}

export type RelationshipsView = ReturnType<typeof relationshipsInWords>
