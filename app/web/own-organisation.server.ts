import type { Actor } from '#app/domain/shared/actor.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'

/** The organisation of the case manager who is acting. Pages of the desk admit nobody else; this tells the compiler so. */
export const ownOrganisation = (actor: Actor): OrganisationId =>
  actor.kind === 'staff' ? actor.orgId : notFound()
