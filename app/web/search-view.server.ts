import { peopleByCode } from '#app/domain/candidates/people-by-code.server.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { OpeningState } from '#app/domain/openings/states.ts'
import { type EntryKind } from '#app/domain/search/entry.ts'
import { highlight } from '#app/domain/search/highlight.ts'
import type { SearchHit } from '#app/domain/search/result.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { StoryState } from '#app/domain/stories/states.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { openingStateLabels } from '#app/ui/openings/opening-words.ts'
import { personStateLabels } from '#app/ui/matching/person-words.ts'
import type { Found, FoundGroup, FoundKind, SearchView } from '#app/ui/search/search-view.ts'
import { searchAddress } from '#app/ui/search/search-words.ts'
import { storyStateLooks } from '#app/ui/stories/story-words.ts'
import { linkOf } from './search-links.ts'

const LONGEST_SHOWN = 120

const kindOf = {
  opening: 'opportunita',
  company: 'aziende',
  story: 'storie',
  profession: 'professioni',
  skill: 'competenze',
} as const satisfies Record<EntryKind, FoundKind>

/** The kinds that an actor finds something of, in the order they are offered. */
export function kindsFor(actor: Actor): FoundKind[] {
  if (actor.kind === 'hr') return ['opportunita', 'storie', 'professioni', 'competenze']
  if (actor.kind !== 'staff' || actor.role === 'admin') return ['storie', 'professioni', 'competenze']
  const people = actor.role === 'case_manager' ? (['persone'] as const) : []
  return ['opportunita', 'aziende', ...people, 'storie', 'professioni', 'competenze']
}

const joined = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')

function detailOf(hit: SearchHit, locale: LabelLocale): string {
  const place = hit.placeCode ? placeLabel(hit.placeCode) : null
  switch (hit.kind) {
    case 'opening': {
      const state = hit.state !== 'open' && openingStateLabels[hit.state as OpeningState]()
      return joined(hit.companyName, place, state)
    }
    case 'company':
      return place ?? ''
    case 'story': {
      const state = hit.state !== 'published' && storyStateLooks[hit.state as StoryState].label()
      return joined(hit.companyName, state)
    }
    case 'profession':
    case 'skill':
      return (locale === 'it' ? hit.titleEn : hit.title) ?? ''
    default:
      return hit.kind satisfies never
  }
}

type Asked = {
  text: string
  locale: LabelLocale
  /** One kind alone, or all that the actor finds. */
  kind?: FoundKind | undefined
  limit: number
  offset?: number
}

/** What an actor finds, in her language and with the address of each thing where she works with it. */
export async function searchView(
  tx: Tx,
  { text, locale, kind, limit, offset = 0 }: Asked,
): Promise<SearchView> {
  const { actor } = tx
  const wanted = kindsFor(actor).filter((one) => kind === undefined || one === kind)
  const kinds = (Object.keys(kindOf) as EntryKind[]).filter((one) => wanted.includes(kindOf[one]))
  const found = await matchEngine().search(tx, { text, kinds }, { limit, offset })
  const people = wanted.includes('persone')
    ? await peopleByCode(tx, text, { limit, offset })
    : { people: [], total: 0 }
  const words = found.words
  const resultOf = (hit: SearchHit): Found => {
    const title = hit.titleEn !== null && locale === 'en' ? hit.titleEn : hit.title
    return {
      to: linkOf(actor, hit) ?? searchAddress(hit.title, kind ? undefined : 'opportunita'),
      title: highlight(title, words),
      detail: detailOf(hit, locale),
    }
  }
  const ofPeople: FoundGroup = {
    kind: 'persone',
    total: people.total,
    results: people.people.map(({ candidateId, code, state }) => ({
      to: `/lavoro/persone/${candidateId}`,
      title: [{ text: code, marked: true }],
      detail: personStateLabels[state](),
    })),
  }
  const groups = [
    ...(ofPeople.total > 0 ? [ofPeople] : []),
    ...found.groups.map(({ kind: of, total, hits }) => ({
      kind: kindOf[of],
      total,
      results: hits.map(resultOf),
    })),
  ]
  return {
    ...{ text: text.trim().slice(0, LONGEST_SHOWN), groups, total: found.total + people.total },
    ...{ corrections: found.corrections, partial: found.partial },
  }
}
