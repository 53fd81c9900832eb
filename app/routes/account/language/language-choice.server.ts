import { z } from 'zod'
import { locales } from '#app/locales/generated/runtime.js'

/** The form of the language switch. */
export const languageChoice = z.strictObject({
  locale: z.enum(locales),
  to: z.string().max(2_000).optional(),
})
