import { blindIndex, blindIndexes } from '#app/platform/crypto.server.ts'

const COLUMN = 'candidates.last_name'

const spaced = (surname: string): string => surname.replace(/\s+/g, ' ')

/** How a surname is found without being kept: equal ones meet, whatever their capitals and spaces. */
export const surnameIndex = (surname: string): string => blindIndex(COLUMN, spaced(surname))

/** What to look for: the index of today and those of former secrets, joined by a point. */
export const surnameSearch = (surname: string): string => blindIndexes(COLUMN, spaced(surname)).join('.')
