import type { ContactId } from '../shared/ids.ts'
import type { FiledUnder } from './follow-up-subjects.ts'

type Planned = { subjectType: FiledUnder; contactId: ContactId | null }

/**
 * Whom a planned message goes to, of those whom our mails reach, whoever answers for the company first: the contact that it
 * was planned for while she is among them, else the first. A card is one contact's own and goes to nobody else. Null where
 * nobody is left: a person takes over when it comes due.
 */
export function addresseeOf(
  readers: readonly { id: ContactId }[],
  { subjectType, contactId }: Planned,
): ContactId | null {
  if (readers.some(({ id }) => id === contactId)) return contactId
  return subjectType === 'card' ? null : (readers[0]?.id ?? null)
}
