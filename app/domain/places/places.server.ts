import { foldText } from '#app/domain/taxonomy/fold-text.ts'
import type { Province } from './areas.ts'
import rows from './piemonte.json'

/** A comune of Piemonte. `code` is ISTAT's, six digits; a position is that of its main settlement. */
export type Place = {
  code: string
  name: string
  province: Province
  lat: number
  lng: number
  caps: readonly string[]
}

type Row = [code: string, name: string, province: Province, lat: number, lng: number, caps: string[]]

/** The provinces of Piemonte with their Italian names. */
export const provinces: ReadonlyArray<{ code: Province; name: string }> = [
  { code: 'TO', name: 'Torino' },
  { code: 'CN', name: 'Cuneo' },
  { code: 'AL', name: 'Alessandria' },
  { code: 'AT', name: 'Asti' },
  { code: 'NO', name: 'Novara' },
  { code: 'VC', name: 'Vercelli' },
  { code: 'BI', name: 'Biella' },
  { code: 'VB', name: 'Verbano-Cusio-Ossola' },
]

/** Every comune, by name. Sources: ISTAT (2024), GeoNames; postal codes are unofficial. */
export const places: readonly Place[] = (rows as unknown as Row[])
  .map(([code, name, province, lat, lng, caps]) => ({ code, name, province, lat, lng, caps }))
  .sort((a, b) => a.name.localeCompare(b.name, 'it'))

const byCode = new Map(places.map((place) => [place.code, place]))
const byNumber = new Map(places.map(({ code, province }) => [code.slice(0, 3), province]))

/** The province whose number an ISTAT code begins with, if it is one of Piemonte. */
export const provinceOf = (number: string): Province | undefined => byNumber.get(number)

const searchable = places.map((place) => ({ place, folded: foldText(place.name) }))

/** The comune with this ISTAT code, if it is one of Piemonte. */
export const placeByCode = (istat: string): Place | undefined => byCode.get(istat)

/**
 * Comuni whose name begins with `query`, then those that hold it elsewhere, each by name. Accents, capitals
 * and apostrophes don't count ("sant ambrogio"). An empty query finds nothing.
 */
export function searchPlaces(query: string, limit = 10): Place[] {
  const wanted = foldText(query)
  if (wanted === '') return []
  const beginning = searchable.filter(({ folded }) => folded.startsWith(wanted))
  const holding = searchable.filter(({ folded }) => !folded.startsWith(wanted) && folded.includes(wanted))
  return [...beginning, ...holding].slice(0, limit).map(({ place }) => place)
}
