import type { Actor } from '../shared/actor.ts'
import type { Scope } from './entry.ts'

/** Scopes with many words keep them apart from where they stand; a company's own are few and read from there. */
export const hasVocabulary = (scope: Scope): boolean => !scope.startsWith('company:')

export const scopeOfCompany = (companyId: string): Scope => `company:${companyId}`

/**
 * The scopes in which an actor searches. The policies of the index tables say the same (`app.search_scopes`); naming them in
 * the statement is what lets it use the index.
 */
export function scopesOf(actor: Actor): Scope[] {
  switch (actor.kind) {
    case 'staff':
      return actor.role === 'admin' ? ['everyone', 'signed_in'] : ['everyone', 'signed_in', 'network']
    case 'hr':
      return ['everyone', 'signed_in', scopeOfCompany(actor.companyId)]
    case 'link':
    case 'candidate':
    case 'anonymous':
      return ['everyone']
    case 'system':
      return ['everyone', 'signed_in', 'network']
    default:
      return actor satisfies never
  }
}

/** A draft is its company's own business until it is posted. */
export const scopesOfOpening = (state: string, companyId: string): Scope[] =>
  state === 'draft' ? [scopeOfCompany(companyId)] : ['network', scopeOfCompany(companyId)]

/** A draft may still be the company's alone, and a published story is everybody's. */
export function scopesOfStory(state: string, companyId: string): Scope[] {
  if (state === 'published') return ['everyone']
  return state === 'draft' ? [scopeOfCompany(companyId)] : ['network', scopeOfCompany(companyId)]
}
