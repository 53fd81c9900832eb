import type { Role } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'

/** What each role is called. */
export const roleLabels: Record<Role, () => string> = {
  hr_contact: m.ui_role_hr_contact,
  case_manager: m.ui_role_case_manager,
  coordinator: m.ui_role_coordinator,
  admin: m.ui_role_admin,
}
