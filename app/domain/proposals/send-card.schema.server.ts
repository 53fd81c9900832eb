import { z } from 'zod'
import { seenField } from '../consent/record-consent.schema.server.ts'

/** The form that sends a card: the one that was looked at, and no other. */
export const sendCardSchema = z.strictObject({ seen: seenField })
