import { codePrefix } from '#app/domain/candidates/candidate-code.ts'
import type { CandidateSearch } from '#app/domain/candidates/list-candidates.server.ts'
import { surnameSearch } from '#app/domain/candidates/surname-index.server.ts'

const LIST = '/lavoro/persone'

/**
 * The address of the list for what was typed. A surname travels as its keyed index: no address, history or log may hold
 * a person's name. The word of a plant is looked for as both.
 */
export function searchPath(typed: string): string {
  if (typed === '') return LIST
  const prefix = codePrefix(typed)
  const params = new URLSearchParams()
  if (prefix) params.set('codice', prefix)
  if (!prefix || !/\d/.test(prefix)) params.set('cognome', surnameSearch(typed))
  return `${LIST}?${params}`
}

/** What an address of the list looks for; null for the whole list. */
export function searchOf(url: URL): CandidateSearch | null {
  const prefix = codePrefix(url.searchParams.get('codice') ?? '')
  const surname = url.searchParams.get('cognome') ?? ''
  const search: CandidateSearch = {
    ...(prefix ? { codePrefix: prefix } : {}),
    ...(/^[\w-]{43}(\.[\w-]{43}){0,4}$/.test(surname) ? { surnameIndex: surname } : {}),
  }
  return Object.keys(search).length > 0 ? search : null
}
