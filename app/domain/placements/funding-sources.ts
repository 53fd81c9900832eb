/** Who pays the indemnity or the wage of a placement; one source each, the main one. */
export const fundingSources = [
  'company',
  'gol',
  'region',
  'fami',
  'anti_trafficking',
  'municipality',
  'foundation',
  'organisation',
] as const
export type FundingSource = (typeof fundingSources)[number]
