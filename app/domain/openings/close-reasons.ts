/** Why a company closes an opening. Few: one tap, and the answers can be counted. */
export const closeReasons = [
  'filled_by_network',
  'filled_elsewhere',
  'postponed',
  'need_gone',
  'other',
] as const
export type CloseReason = (typeof closeReasons)[number]
