import { placeByName } from '#app/domain/places/place-by-name.server.ts'
import type { Place } from '#app/domain/places/places.server.ts'

/** The comune of Piemonte with this name. @throws Error for a name that the lists of this folder have wrong. */
export function townNamed(name: string): Place {
  const place = placeByName(name)
  if (!place) throw new Error(`no comune of Piemonte is called ${name}`)
  return place
}
