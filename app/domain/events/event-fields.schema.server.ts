import { z } from 'zod'
import { comingDay } from '../calendar/day-fields.schema.server.ts'
import { tellsWhom } from '../messages/text-problem.ts'
import { version } from '../shared/form-fields.schema.server.ts'
import { eventKinds } from './event-kinds.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'events_form_unknown' : undefined,
}

/** Words that companies read in a mail: they never say whom the network helps. */
const said = (missing: string, most: number, long: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: long })
    .refine((text) => !tellsWhom(text), { error: 'rules_text_telling' })

const time = z
  .string({ error: 'events_time_missing' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'events_time_missing' })

const fields = {
  kind: z.enum(eventKinds, { error: 'events_kind_missing' }),
  title: said('events_title_missing', 120, 'events_title_long'),
  day: comingDay('events_day_missing'),
  from: time,
  until: time,
  place: said('events_place_missing', 160, 'events_place_long'),
  purpose: said('events_purpose_missing', 1_000, 'events_purpose_long'),
}

const endsLater = ({ from, until }: { from: string; until: string }) => until > from
const ends = { path: ['until'], error: 'events_until_before' }

/** An event as its organisers write it down: a stretch of one day, on the clock of Torino. */
export const makeEventSchema = z.strictObject(fields, strictly).refine(endsLater, ends)
export const editEventSchema = z.strictObject({ ...fields, version }, strictly).refine(endsLater, ends)

export const callOffEventSchema = z.strictObject(
  { why: said('events_why_missing', 300, 'events_why_long') },
  strictly,
)

export type EventFields = z.output<typeof makeEventSchema>
