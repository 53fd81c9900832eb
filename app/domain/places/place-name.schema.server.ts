import { z } from 'zod'
import { placeByName } from './place-by-name.server.ts'

/** A comune of Piemonte by its name; comes out as its ISTAT code. */
export const placeName = z.string({ error: 'account_place_missing' }).transform((typed, context) => {
  const place = placeByName(typed)
  if (place) return place.code
  context.issues.push({ code: 'custom', message: 'account_place_unknown', input: typed })
  return z.NEVER
})
