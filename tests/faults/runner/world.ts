import { startSession } from '#app/domain/accounts/sessions.server.ts'
import type { Role } from '#app/domain/shared/actor.ts'
import { type HrActor, type StaffActor, system } from '#app/domain/shared/actor.ts'
import type { OpeningId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { DAY } from '#app/domain/shared/durations.ts'

type SignedIn<A> = A & { cookie: string }

/** An employer of the run: who answers there, who tends it, and an opening for cards to be sent for. */
export type Employer = { hr: SignedIn<HrActor>; lead: SignedIn<StaffActor>; openingId: OpeningId }

export type World = { employers: Employer[]; admin: SignedIn<StaffActor>; people: CandidateRef[] }

/** A cookie of a complete session of that user. */
async function signIn<A extends { userId: UserId; role: Role }>(actor: A): Promise<SignedIn<A>> {
  const browser = { sessionId: null, device: 'faults', address: '127.0.0.1' }
  const { userId, role } = actor
  const token = await withActor(system('faults'), (tx) =>
    startSession(tx, { userId, role, complete: true, browser }),
  )
  return { ...actor, cookie: `session=${token}` }
}

/** A small network: four organisations, their case managers, and employers that each have a lead and a contact. */
export async function makeWorld(employers: number, people: number): Promise<World> {
  const leads: SignedIn<StaffActor>[] = []
  for (let at = 0; at < 8; at += 1) {
    const orgId = leads[at % 4]?.orgId ?? (await anOrganisation())
    leads.push(await signIn(await aStaff('case_manager', orgId)))
  }
  // Posted so long ago that neither thanks nor word of it is due: what leaves in a run leaves at any hour of the day.
  const old = new Date(Date.now() - 20 * DAY)
  const made: Employer[] = []
  for (let at = 0; at < employers; at += 1) {
    const lead = leads[at % leads.length] as SignedIn<StaffActor>
    const companyId = await aCompany({ leadUserId: lead.userId, leadOrgId: lead.orgId })
    const hr = await signIn(await anHrContact(companyId))
    const openingId = await anOpening({ companyId, postedAt: old, createdAt: old })
    made.push({ hr, lead, openingId })
  }
  // The factories write past the commands, which keep the search index.
  await withActor(system('faults'), rebuildIndex)
  const all: CandidateRef[] = []
  for (let at = 0; at < people; at += 1)
    all.push(await aCandidate({ orgId: leads[at % leads.length]?.orgId, caseManagerId: leads[0]?.userId }))
  return { employers: made, admin: await signIn(await aStaff('admin')), people: all }
}
