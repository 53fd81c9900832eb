import { randomToken } from '#app/platform/crypto.server.ts'

/** A fresh idempotency key for a form. */
export const newFormKey = (): string => randomToken(18)
