import { eq } from 'drizzle-orm'
import { addDays, atLocal } from '#app/domain/calendar/rome.ts'
import { isWorkingDay } from '#app/domain/calendar/working-days.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import type { MeetingPlace } from '#app/domain/disclosure/stage-two.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { arrangeMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import { sendContract } from '#app/domain/stages/send-contract.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { cards } from '#db/schema/proposals.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { fittingFor, type Matchables } from './card-plan.ts'
import { demoAccounts } from './demo-accounts.ts'
import type { Opening } from './openings.ts'
import { momentAfter, type Past } from './past.ts'
import type { Person } from './people.ts'
import { actingAs, at, bestShown, propose } from './propose-today.ts'
import type { Random } from './random.ts'

/** What is read to somebody before she is met, and before a contract. */
const MEETING_TEXT =
  'Acconsento a incontrare questa azienda e a farle sapere il nome che ho scelto. Posso ritirare il consenso.'
const CONTRACT_TEXT =
  'Acconsento a far avere a questa azienda i dati che servono per il contratto. Posso ritirare il consenso.'

type Scene = { days: number; time: string; place: MeetingPlace; opened?: number }

/** Meetings of the demo's case managers: two ahead, one behind, and one that led to a contract, opened once so far. */
const SCENES: readonly Scene[] = [
  { days: 2, time: '10:00', place: 'at_company' },
  { days: -6, time: '15:00', place: 'at_company', opened: 1 },
  { days: 5, time: '14:30', place: 'at_network' },
  { days: -3, time: '11:30', place: 'by_phone' },
]
/** Cards go out this long before now, so that every scene has room after its answer. */
const SENT_AGO = 16

type Parts = { openings: readonly Opening[]; people: readonly Person[]; facts: Matchables }

/** Meetings and a contract of these days, made by the product's own commands. */
export async function playStages(
  tx: Tx,
  { openings, people, facts }: Parts,
  past: Past,
  random: Random,
): Promise<void> {
  const demo = new Set(demoAccounts.map(({ email }) => email))
  const free = people.filter(({ caseManager }) => demo.has(caseManager.email))
  const sentAt = atLocal(workingDay(past.ago(SENT_AGO), -1), '10:30')
  const open = random
    .shuffle(openings)
    .filter(
      ({ entry, firm, postedAt }) =>
        entry.state === 'open' && firm.row.verification === 'verified' && +(postedAt ?? past.start) < +sentAt,
    )
  const scenes = [...SCENES]
  // On some days few openings are old enough: then one has two.
  for (const opening of [...open, ...open]) {
    const [scene] = scenes
    if (!scene) return
    const draw = random.branch(opening.id)
    const person = await bestShown(tx, fittingFor(opening, free, facts, past, draw), opening, sentAt)
    if (!person) continue
    free.splice(free.indexOf(person), 1)
    scenes.shift()
    const cardId = await propose(tx, person, opening, sentAt, draw)
    const answeredAt = momentAfter(past, sentAt, 2, draw)
    const welcomed = { state: 'answered', answer: 'interested', answeredAt, openedAt: answeredAt } as const
    await tx.update(cards).set(welcomed).where(eq(cards.id, cardId))
    await play(tx, { person, opening, cardId }, scene, past)
  }
}

type Welcomed = { person: Person; opening: Opening; cardId: CardId }

async function play(tx: Tx, { person, opening, cardId }: Welcomed, scene: Scene, past: Past): Promise<void> {
  const { caseManager: by, id: candidateId } = person
  const { orgId } = by
  const day = workingDay(addDays(past.today, scene.days), scene.days < 0 ? -1 : 1)
  const arrangedAt = new Date(Math.min(+past.start, +atLocal(day, '09:00')) - 2 * DAY)
  const [row] = await tx
    .select({ alias: candidates.alias })
    .from(candidates)
    .where(eq(candidates.id, candidateId))
  const name = row?.alias ? 'alias' : 'first_name'
  const agree = (purpose: 'company' | 'contract', textShown: string) =>
    recordConsent(tx, {
      ...{ orgId, candidateId, purpose, subjectId: opening.firm.id, decision: 'given', textShown },
      ...{ language: 'it', channel: 'in_person', withMediator: false },
    })
  await actingAs(tx, by, async () => {
    await at(arrangedAt, async () => {
      await agree('company', MEETING_TEXT)
      const { place, time } = scene
      await arrangeMeeting(tx, cardId, { name, place, day, time, safe: true }, () => [MEETING_TEXT])
    })
    if (scene.opened === undefined) return
    const sentAt = new Date(+past.start - DAY)
    await at(sentAt, async () => {
      await agree('contract', CONTRACT_TEXT)
      await sendContract(tx, cardId, { fields: ['birth_date'], safe: true }, () => [CONTRACT_TEXT])
    })
    const opened = { opens: scene.opened, lastOpenedAt: new Date(+sentAt + 3 * HOUR) }
    await tx.update(contractLinks).set(opened).where(eq(contractLinks.cardId, cardId))
  })
}

/** The working day that is `day`, or the nearest one in the direction of `step`. */
function workingDay(day: string, step: number): string {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, step)
  return found
}
