import { openingOfHelp, passHelpOn } from '#app/domain/follow-ups/pass-help-on.server.ts'
import { admittedOrganisations } from '#app/domain/match-engine/admitted-organisations.server.ts'
import type { OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/**
 * A case manager asks the other organisations whether one of their people may be proposed: in each that follows
 * somebody whom the opening admits, the case manager of the first of them is told.
 */
export const askOthers: Handler<'help.asked'> = ({ payload }, effect) =>
  effect('tasks', async (tx) => {
    const openingId = await openingOfHelp(tx, payload.helpRequestId)
    if (!openingId) return
    const to = new Map<OrganisationId, UserId>()
    for (const [orgId, people] of await admittedOrganisations(tx, openingId)) {
      const [first] = people
      if (first) to.set(orgId, first.caseManagerId)
    }
    await passHelpOn(tx, payload.helpRequestId, to)
  })
