import { isUuid, type CandidateId } from '../shared/ids.ts'

/** More columns than this nobody reads side by side. */
export const MOST_COMPARED = 4

/** Whom an address names (`persona`, as often as one likes): each once, at most four, and whether there were more. */
export function peopleToCompare(params: URLSearchParams): { ids: CandidateId[]; more: boolean } {
  const named = [...new Set(params.getAll('persona').filter(isUuid))] as CandidateId[]
  return { ids: named.slice(0, MOST_COMPARED), more: named.length > MOST_COMPARED }
}
