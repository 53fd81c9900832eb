import { DAY, HOUR } from '../shared/durations.ts'

/** Why a file may have to be read by somebody who follows nobody. Closed: words about a person do not belong here. */
export const glassReasons = ['danger', 'unreachable', 'authority', 'complaint'] as const
export type GlassReason = (typeof glassReasons)[number]

/** A file is open for so long, and ends by itself. */
export const GLASS_LASTS = HOUR
/** A request that nobody answered for so long is none any more: an emergency is over, or somebody else's by then. */
export const GLASS_WAITS = DAY

type Break = {
  askedBy: string
  askedAt: Date
  decision: 'approved' | 'refused' | null
  endsAt: Date | null
}
export type GlassState = 'waiting' | 'lapsed' | 'refused' | 'open' | 'over'

/** Where a request stands at `at`. */
export function glassState({ askedAt, decision, endsAt }: Break, at: Date): GlassState {
  if (decision === 'refused') return 'refused'
  if (decision === 'approved') return endsAt && at < endsAt ? 'open' : 'over'
  return +at < +askedAt + GLASS_WAITS ? 'waiting' : 'lapsed'
}

/** Whoever asks is never the one who allows. */
export const mayDecide = (row: Break, userId: string, at: Date): boolean =>
  glassState(row, at) === 'waiting' && row.askedBy !== userId
