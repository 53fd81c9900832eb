import { and, eq } from 'drizzle-orm'
import { personKey } from '#app/domain/candidates/person-key.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { candidateExclusions, candidates } from '#db/schema/candidates.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import type { useTestDatabase } from '#tests/support/use-test-database.ts'

type Db = ReturnType<typeof useTestDatabase>

/** A word that no text of ours and no random string holds, a different one each time. */
const words = (() => {
  let made = 0
  return (): string => {
    const [high, low] = [Math.floor(made / 26), made % 26]
    made += 1
    return `xqzwkv${String.fromCharCode(97 + high)}${String.fromCharCode(97 + low)}`
  }
})()
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** What stands for a person, and for those who accompany her: no company may ever learn either. */
export type Canaries = {
  ofPersons: string[]
  ofNetwork: string[]
  people: { person: CandidateRef; manager: StaffActor }[]
  managers: StaffActor[]
}

/** A case manager of an organisation that both carry a canary as their name. */
async function aMarkedManager(db: Db, orgId: OrganisationId, kept: string[]): Promise<StaffActor> {
  const [surname, name] = [capital(words()), `Associazione ${capital(words())}`]
  kept.push(surname, name.split(' ')[1] ?? '')
  const manager = await aStaff('case_manager', orgId)
  await db.asSystem(async (tx) => {
    await tx.update(organisations).set({ name }).where(eq(organisations.id, orgId))
    await tx
      .update(users)
      .set({ name: `Sara ${surname}` })
      .where(eq(users.id, manager.userId))
  })
  return { ...manager, name: `Sara ${surname}` }
}

/** A person of hers with a canary in everything that is protected and can be written freely. */
async function aMarkedPerson(
  db: Db,
  manager: StaffActor,
  turn: number,
  kept: string[],
): Promise<CandidateRef> {
  const [first, last, alias, background, notes] = Array.from({ length: 5 }, () => capital(words()))
  const code = `${words().toUpperCase()}-417`
  const phone = `+3931155508${String(10 + turn)}`
  const vat = `9876540321${String(turn)}`
  kept.push(first ?? '', last ?? '', alias ?? '', background ?? '', notes ?? '', code, phone, vat)
  const { orgId } = manager
  const person = await aCandidate({
    orgId,
    caseManagerId: manager.userId,
    firstName: first ?? '',
    lastName: last ?? '',
  })
  const { candidateId } = person
  await db.asSystem((tx) =>
    tx.insert(candidateExclusions).values({ orgId, candidateId, kind: 'vat', value: vat, createdAt: now() }),
  )
  await withActor(manager, async (tx) => {
    const key = await personKey(tx, person)
    await tx
      .update(candidates)
      .set({
        code,
        alias: key.seal('alias', alias ?? ''),
        phone: key.seal('phone', phone),
        background: key.seal('background', JSON.stringify({ family: background })),
        notes: key.seal('notes', `Ha detto ${notes ?? ''} al primo incontro.`),
      })
      .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  })
  return { ...person, code }
}

/** Five people of two organisations: forty canaries of theirs, four of those who accompany them. */
export async function someCanaries(db: Db, orgIds: readonly OrganisationId[]): Promise<Canaries> {
  const made: Canaries = { ofPersons: [], ofNetwork: [], people: [], managers: [] }
  for (const orgId of orgIds.slice(0, 2)) made.managers.push(await aMarkedManager(db, orgId, made.ofNetwork))
  for (let turn = 0; turn < 5; turn += 1) {
    const manager = made.managers[turn % 2] as StaffActor
    made.people.push({ manager, person: await aMarkedPerson(db, manager, turn, made.ofPersons) })
  }
  return made
}

/** Which canaries a text holds, however they are written there: in capitals, in groups of digits, as bytes in hexadecimal. */
export function heardIn(text: string, canaries: readonly string[]): string[] {
  const plain = text.toLowerCase()
  const together = plain.replace(/[\s\u00a0-]/g, '')
  return canaries.filter((canary) => {
    const word = canary.toLowerCase()
    const bytes = Buffer.from(canary).toString('hex')
    return plain.includes(word) || together.includes(word.replace('-', '')) || plain.includes(bytes)
  })
}
