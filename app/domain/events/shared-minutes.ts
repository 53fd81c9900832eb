/**
 * The minutes that one company's presence took of an event: its length parted among all that came, so that the effort of
 * the day counts once. At least one, so that nobody's presence counts for nothing.
 */
export function sharedMinutes({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, came: number): number {
  const minutes = (+endsAt - +startsAt) / 60_000
  return Math.max(1, Math.round(minutes / Math.max(1, came)))
}
