import { sha256 } from '#app/platform/crypto.server.ts'

/** What the first entry of a chain is linked to. */
export const NO_ENTRY = '0'.repeat(64)

/** An audit entry as the chain covers it. */
export type Entry = {
  orgId: string
  seq: number
  id: string
  /** Seconds since 1970 with six decimals, as PostgreSQL writes them. */
  at: string
  actorId: string | null
  actorRole: string
  action: string
  subjectType: string
  subjectId: string | null
  result: string
}

/**
 * The hash of an entry that follows one with the hash `before`: the same bytes that the trigger `chain_audit` hashes,
 * computed without it, so that a database whose functions were changed is not believed.
 */
export function hashOf(before: string, entry: Entry): string {
  const { orgId, seq, id, at, actorId, actorRole, action, subjectType, subjectId, result } = entry
  const words = (values: readonly (string | null)[]) =>
    values.map((value) => JSON.stringify(value)).join(', ')
  const head = `${words([orgId])}, ${String(seq)}, ${words([id])}, ${at}`
  return sha256(`${before}[${head}, ${words([actorId, actorRole, action, subjectType, subjectId, result])}]`)
}
