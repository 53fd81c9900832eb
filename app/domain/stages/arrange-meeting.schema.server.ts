import { z } from 'zod'
import { isIsoDate } from '../calendar/rome.ts'
import { meetingNames, meetingPlaces } from '../disclosure/stage-two.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'stages_form_unknown' : undefined,
}

/** That whoever follows her has asked herself, and her, whether it is safe there. Nothing is ticked beforehand. */
export const safeField = z
  .stringbool({ error: 'stages_safe_missing' })
  .refine((safe) => safe, { error: 'stages_safe_missing' })

/** A meeting: closed choices and a moment, no words that a company would read. */
export const arrangeMeetingSchema = z.strictObject(
  {
    name: z.enum(meetingNames, { error: 'stages_form_unknown' }),
    place: z.enum(meetingPlaces, { error: 'stages_place_missing' }),
    day: z.string({ error: 'stages_day_missing' }).refine(isIsoDate, { error: 'stages_day_missing' }),
    time: z
      .string({ error: 'stages_time_missing' })
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'stages_time_missing' }),
    safe: safeField,
  },
  strictly,
)
export type MeetingForm = z.output<typeof arrangeMeetingSchema>

/** Buttons that carry nothing but which of them it was. */
export const pressSchema = z.strictObject({}, strictly)
