/** Sizes of a firm by its staff, as the European Union counts them: up to 9, 49, 249, and beyond. */
export const sizeBands = ['micro', 'small', 'medium', 'large'] as const

export type SizeBand = (typeof sizeBands)[number]
