import { blindIndex } from '#app/platform/crypto.server.ts'

/** How a surname is found without being kept: equal ones meet, whatever their capitals and spaces. */
export const surnameIndex = (surname: string): string =>
  blindIndex('candidates.last_name', surname.replace(/\s+/g, ' '))
