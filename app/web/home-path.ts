import type { Role } from '#app/domain/shared/actor.ts'

const homes: Record<Role, string> = {
  hr_contact: '/azienda',
  case_manager: '/lavoro',
  coordinator: '/rete',
  admin: '/admin/account',
}

/** Where each role lands after signing in. */
export const homePath = (role: Role): string => homes[role]
