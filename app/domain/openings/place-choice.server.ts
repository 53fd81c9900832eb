import { foldText } from '../taxonomy/fold-text.ts'
import { placeByCode, places, type Place } from '../places/places.server.ts'

/** How a comune stands in a form: `Ivrea (TO)`. */
export const placeChoice = ({ name, province }: Place): string => `${name} (${province})`

const byChoice = new Map(
  places.flatMap((place) => [
    [foldText(placeChoice(place)), place] as const,
    [foldText(place.name), place] as const,
  ]),
)

/** The comune that somebody chose or typed: its code, its name, or its name with the province. */
export const chosenPlace = (typed: string): Place | undefined =>
  placeByCode(typed.trim()) ?? byChoice.get(foldText(typed))

/** Every comune, as a list to choose from while typing. */
export const placeChoices: readonly string[] = places.map(placeChoice)
