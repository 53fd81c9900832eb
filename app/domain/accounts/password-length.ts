export const SHORTEST_PASSWORD = 12
/** Far beyond any phrase; a bound all the same, because hashing costs. */
export const LONGEST_PASSWORD = 256
