import { foldText } from '../taxonomy/fold-text.ts'
import { type Place, places } from './places.server.ts'

const byName = new Map(places.map((place) => [foldText(place.name), place]))

/** The comune a person named, `Torino` or `torino (TO)`: accents, capitals and apostrophes don't count. */
export const placeByName = (typed: string): Place | undefined =>
  byName.get(foldText(typed.replace(/\([^()]{0,3}\)\s*$/, '')))
