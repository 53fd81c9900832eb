import { DAY } from '../shared/durations.ts'

/** Later it is history: what was planned since, and done, counted on it. */
export const TAKE_BACK_WITHIN = 30 * DAY

type LoggedContact = {
  userId: string
  createdAt: Date
  /** It comes from an event, where it is corrected. */
  ofEvent: boolean
  /** What the company answered as a testimonial was heard in it: its words are the proof. */
  ofTestimonial: boolean
  /** It came by mail and nobody logged it: its words are nowhere else. */
  received: boolean
}

/** Why somebody may not take back a contact that was logged by mistake; null where she may. */
export function takeBackFault(
  { userId, role }: { userId: string; role: string },
  contact: LoggedContact,
  now: Date,
): 'not_yours' | 'event' | 'testimonial' | 'received' | 'late' | null {
  if (role !== 'coordinator' && contact.userId !== userId) return 'not_yours'
  if (contact.ofEvent) return 'event'
  if (contact.ofTestimonial) return 'testimonial'
  if (contact.received) return 'received'
  return +now - +contact.createdAt > TAKE_BACK_WITHIN ? 'late' : null
}
