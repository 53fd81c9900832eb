import { distanceKm, type Coordinates } from './distance.ts'

/**
 * How far it is from where a person starts to where she works, in kilometres. A measure answers at once and always the
 * same for the same two positions: one made of travel times holds its table in memory.
 */
export type Distance = (home: Coordinates, work: Coordinates) => number

/** The measure that every commute is judged by. Today the great circle; another one takes its place here alone. */
export const travelKm: Distance = distanceKm
