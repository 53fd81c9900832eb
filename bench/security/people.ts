import { registerCandidate } from '#app/domain/candidates/register-candidate.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import type { CandidateId, OrganisationId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'

const AT_ONCE = 100

/** A case manager of an organisation of her own. */
export async function aCaseManager(name: string): Promise<StaffActor> {
  const actor = {
    ...({ kind: 'staff', role: 'case_manager', name } as const),
    userId: newId<UserId>(),
    orgId: newId<OrganisationId>(),
  }
  await withActor(system('bench'), async (tx) => {
    await tx.insert(organisations).values({ id: actor.orgId, name, placeCode: '001272' })
    const { userId: id, orgId, role } = actor
    await tx.insert(users).values({ id, orgId, role, name, email: `${id}@rete.example`, createdAt: now() })
  })
  return actor
}

/** Takes `count` people on as she would: sealed, with keys of their own. */
export async function takeOn(actor: StaffActor, count: number): Promise<CandidateId[]> {
  const people: CandidateId[] = []
  while (people.length < count) {
    await withActor(actor, async (tx) => {
      for (let more = Math.min(AT_ONCE, count - people.length); more > 0; more--)
        people.push(
          await registerCandidate(tx, actor.orgId, {
            ...{ firstName: 'Nome', lastName: `Cognome ${String(people.length)}`, birthDate: '1990-01-01' },
            ...{ phone: '+39 011 0000000', italianSpoken: 3, placeCode: '001272' },
            professionCode: 'isco-9412-kitchen-helper',
          }),
        )
    })
  }
  return people
}
