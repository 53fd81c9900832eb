import type { SubjectType } from './facts.ts'

/** What a follow-up's row is about: what the rules know, save a contact, and a request for help. */
export type FiledUnder = Exclude<SubjectType, 'contact'> | 'help_request'
