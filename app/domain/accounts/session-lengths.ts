import type { Role } from '../shared/actor.ts'
import { DAY, HOUR, MINUTE } from '../shared/durations.ts'

export type SessionLength = { idle: number; absolute: number }

/** How long a browser stays signed in: without a click (`idle`) and at most (`absolute`). */
const staff: SessionLength = { idle: 30 * MINUTE, absolute: 12 * HOUR }
/** Companies come back from a mail every few days, and see cards only, never a person's file. */
const company: SessionLength = { idle: 7 * DAY, absolute: 31 * DAY }
/** Between the password and the one-time code. */
const halfway: SessionLength = { idle: 10 * MINUTE, absolute: 10 * MINUTE }

/** `lastSeenAt` is written at most this often. */
export const SEEN_EVERY = MINUTE

/** The lengths of a session by the user's role, and by whether her sign-in is complete. */
export function sessionLength(role: Role, complete: boolean): SessionLength {
  if (!complete) return halfway
  return role === 'hr_contact' ? company : staff
}

/** When a session used now ends: after its idle time, but never after its absolute end. */
export const nextEnd = (at: Date, length: SessionLength, absoluteEndAt: Date): Date =>
  new Date(Math.min(at.getTime() + length.idle, absoluteEndAt.getTime()))
