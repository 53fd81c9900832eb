import type { StaffActor, StaffRole } from '#app/domain/shared/actor.ts'
import type { OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import type { Area } from '#app/domain/places/areas.ts'
import type { organisations } from '#db/schema/accounts.ts'
import { addressOf } from './names.ts'
import { networkStaff, organisationList } from './organisation-list.ts'
import { townNamed } from './towns.ts'
import type { Random } from './random.ts'

/** Somebody of the network, as the actor that she signs in as. */
export type Staff = StaffActor & { email: string; area: Area }

export type Organisation = {
  row: typeof organisations.$inferInsert
  area: Area
  towns: readonly string[]
  caseManagers: readonly Staff[]
}

/** The organisations with their case managers, and those who work for the network as a whole. */
export function makeOrganisations(random: Random): { organisations: Organisation[]; staff: Staff[] } {
  const found = organisationList.map(({ name, place, area, towns, caseManagers }): Organisation => {
    const id = random.uuid<OrganisationId>()
    const at = { orgId: id, area }
    return {
      row: { id, name, placeCode: townNamed(place).code },
      area,
      towns,
      caseManagers: caseManagers.map((each) => staffOf('case_manager', each, at, random)),
    }
  })
  const ofNetwork = networkStaff.map(({ role, name, employer }) => {
    const home = found.find((each) => each.row.name === employer)
    if (!home) throw new Error(`no organisation is called ${employer}`)
    return staffOf(role, name, { orgId: home.row.id, area: home.area }, random)
  })
  return { organisations: found, staff: [...found.flatMap(({ caseManagers }) => caseManagers), ...ofNetwork] }
}

function staffOf(
  role: StaffRole,
  name: string,
  home: { orgId: OrganisationId; area: Area },
  random: Random,
): Staff {
  return { kind: 'staff', role, userId: random.uuid<UserId>(), name, email: addressOf(name, 'rete'), ...home }
}
