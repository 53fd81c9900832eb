import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { newWrappedKey, unwrapKey } from '#app/platform/crypto.server.ts'
import { seal, unseal } from '#app/platform/seal.server.ts'
import { candidateKeys } from '#db/schema/candidates.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Columns of `candidates` that are sealed with the person's key. */
export type SealedColumn =
  | 'first_name'
  | 'last_name'
  | 'alias'
  | 'birth_date'
  | 'phone'
  | 'background'
  | 'notes'

/** Columns of her other tables that the same key seals. */
export type SealedElsewhere = 'meetings.name_told' | 'contract_links.tax_code' | 'contract_links.address'

type Person = { orgId: OrganisationId; candidateId: CandidateId }

/** Seals and opens one person's columns. Table, column and id are bound in, so a moved value does not open. */
export type PersonKey = {
  seal: (column: SealedColumn, plain: string) => Buffer
  open: (column: SealedColumn, sealed: Buffer) => string
  sealIn: (column: SealedElsewhere, rowId: string, plain: string) => Buffer
  openIn: (column: SealedElsewhere, rowId: string, sealed: Buffer) => string
  sealFile: (id: string, content: Buffer) => Buffer
  openFile: (id: string, sealed: Buffer) => Buffer
}

const place = (person: Person, column: SealedColumn): string => `candidates.${column}:${person.candidateId}`

const placeOfFile = ({ candidateId }: Person, id: string): string =>
  `candidate_files.content:${candidateId}:${id}`

const over = (key: Buffer, person: Person): PersonKey => ({
  seal: (column, plain) => seal(key, plain, place(person, column)),
  open: (column, sealed) => unseal(key, sealed, place(person, column)).toString('utf8'),
  sealIn: (column, rowId, plain) => seal(key, plain, `${column}:${rowId}`),
  openIn: (column, rowId, sealed) => unseal(key, sealed, `${column}:${rowId}`).toString('utf8'),
  sealFile: (id, content) => seal(key, content, placeOfFile(person, id)),
  openFile: (id, sealed) => unseal(key, sealed, placeOfFile(person, id)),
})

/** The key inside a row of `candidate_keys`. */
export const openPersonKey = (wrappedKey: Buffer, person: Person): PersonKey =>
  over(unwrapKey(wrappedKey, person.candidateId), person)

/** A new key for a person about to be recorded: the wrapped form for `candidate_keys` and the key itself. */
export function newPersonKey(person: Person): { row: typeof candidateKeys.$inferInsert; key: PersonKey } {
  const wrappedKey = newWrappedKey(person.candidateId)
  return {
    row: { ...person, wrappedKey, createdAt: now() },
    key: openPersonKey(wrappedKey, person),
  }
}

/**
 * The key of a person.
 * @throws DomainError not_found where the key is gone (she was erased) or hidden by row security.
 */
export async function personKey(tx: Tx, person: Person): Promise<PersonKey> {
  const [row] = await tx
    .select({ wrappedKey: candidateKeys.wrappedKey })
    .from(candidateKeys)
    .where(and(eq(candidateKeys.orgId, person.orgId), eq(candidateKeys.candidateId, person.candidateId)))
  if (!row) throw new DomainError('not_found', 'not_found')
  return openPersonKey(row.wrappedKey, person)
}
