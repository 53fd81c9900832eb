import type { CandidateId, CardId, CompanyId, ContactId, OrganisationId, UserId } from './ids.ts'

export const staffRoles = ['case_manager', 'coordinator', 'admin'] as const
export const roles = [...staffRoles, 'hr_contact'] as const
export type StaffRole = (typeof staffRoles)[number]
export type Role = (typeof roles)[number]

/** A signed-in person of the network: a case manager belongs to one organisation; the others may too. */
export type StaffActor = {
  kind: 'staff'
  role: StaffRole
  userId: UserId
  orgId: OrganisationId
  name: string
}

/** A signed-in HR contact of one company. */
export type HrActor = {
  kind: 'hr'
  role: 'hr_contact'
  userId: UserId
  companyId: CompanyId
  contactId: ContactId
  name: string
}

/** Somebody holding a signed link to one card, without an account. */
export type LinkActor = { kind: 'link'; cardId: CardId; companyId: CompanyId; contactId: ContactId }

/** A person on her own pages, on the browser that opened her link: she reaches nothing but what she herself said. */
export type CandidateActor = {
  kind: 'candidate'
  visitId: string
  orgId: OrganisationId
  candidateId: CandidateId
}

/** Our own processes: the worker, the sign-in machinery, the seed. `job` says which. */
export type SystemActor = { kind: 'system'; job: string }

export type AnonymousActor = { kind: 'anonymous' }

/** Who is acting. Every transaction has exactly one. */
export type Actor = StaffActor | HrActor | LinkActor | CandidateActor | SystemActor | AnonymousActor

export const ANONYMOUS: AnonymousActor = { kind: 'anonymous' }
export const system = (job: string): SystemActor => ({ kind: 'system', job })

/** The user behind an actor, or null where nobody is signed in. */
export const userIdOf = (actor: Actor): UserId | null =>
  actor.kind === 'staff' || actor.kind === 'hr' ? actor.userId : null

/** The role name written to audit rows and to the database session. */
export const roleOf = (actor: Actor): string =>
  actor.kind === 'staff' || actor.kind === 'hr' ? actor.role : actor.kind
