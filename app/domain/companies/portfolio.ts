/** Whose companies a list shows: those one leads, those of one's organisation, the whole network's. */
export const whoseOptions = ['mine', 'org', 'all'] as const
export type Whose = (typeof whoseOptions)[number]

/** By the next thing due, by name, warmest first, coldest first, longest without a contact first. */
export const companySorts = ['next', 'name', 'score', 'coldest', 'last'] as const
export type CompanySort = (typeof companySorts)[number]
