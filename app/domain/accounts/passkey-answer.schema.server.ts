import { z } from 'zod'
import { strictly, wayBack } from './fields.schema.server.ts'

const REFUSED = 'security_passkey_refused'

const base64url = z.string({ error: REFUSED }).regex(/^[\w-]{1,1400}$/, { error: REFUSED })

/** The outline of what a browser says for a passkey; the signature and all it covers are verified by the library. */
const outline = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key', { error: REFUSED }),
  response: z.record(z.string(), z.unknown(), { error: REFUSED }),
  clientExtensionResults: z.record(z.string(), z.unknown(), { error: REFUSED }),
})

/** A passkey's answer, written as JSON into one field of a form. */
const answer = z
  .string({ error: REFUSED })
  .max(4_000, { error: REFUSED })
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: REFUSED })
      return z.NEVER
    }
  })
  .pipe(outline)

export const passkeySchema = z.strictObject({ response: answer, to: wayBack }, strictly)

export type PasskeyAnswer = z.output<typeof answer>
