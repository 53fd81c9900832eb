import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { addDays, atLocal } from '#app/domain/calendar/rome.ts'
import { isWorkingDay } from '#app/domain/calendar/working-days.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import type { MeetingName, MeetingPlace } from '#app/domain/disclosure/stage-two.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { arrangeMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import { sendContract } from '#app/domain/stages/send-contract.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { demoAccounts } from './demo-accounts.ts'
import type { Past } from './past.ts'
import { actingAs, at } from './propose-today.ts'

/** What is read to somebody before she is met, and before a contract. */
const MEETING_TEXT =
  'Acconsento a incontrare questa azienda e a farle sapere il nome che ho scelto. Posso ritirare il consenso.'
const CONTRACT_TEXT =
  'Acconsento a far avere a questa azienda i dati che servono per il contratto. Posso ritirare il consenso.'

type Scene = { days: number; time: string; place: MeetingPlace; contract?: { opened: number } }

/** Meetings of the demo's case managers: two ahead, one behind, one that led to a contract. */
const SCENES: readonly Scene[] = [
  { days: 2, time: '10:00', place: 'at_company' },
  { days: -6, time: '15:00', place: 'at_company', contract: { opened: 1 } },
  { days: 5, time: '14:30', place: 'at_network' },
  { days: -3, time: '11:30', place: 'by_phone' },
]

type Welcomed = Awaited<ReturnType<typeof welcomedCards>>[number]

/** Cards that companies welcomed well before the scenes, of active people of the demo's case managers. */
const welcomedCards = (tx: Tx, past: Past) =>
  tx
    .select({
      cardId: cards.id,
      companyId: cards.companyId,
      orgId: proposals.orgId,
      candidateId: proposals.candidateId,
      alias: candidates.alias,
      userId: users.id,
      name: users.name,
    })
    .from(cards)
    .innerJoin(proposals, eq(proposals.cardId, cards.id))
    .innerJoin(
      candidates,
      and(eq(candidates.orgId, proposals.orgId), eq(candidates.id, proposals.candidateId)),
    )
    .innerJoin(profiles, and(eq(profiles.orgId, candidates.orgId), eq(profiles.candidateId, candidates.id)))
    .innerJoin(users, eq(users.id, candidates.caseManagerId))
    .innerJoin(companies, eq(companies.id, cards.companyId))
    .where(
      and(
        ...[eq(cards.state, 'answered'), eq(cards.answer, 'interested')],
        ...[eq(candidates.state, 'active'), eq(profiles.matchable, true)],
        lt(cards.answeredAt, new Date(+past.start - 9 * DAY)),
        eq(companies.verification, 'verified'),
        inArray(
          users.email,
          demoAccounts.map(({ email }) => email),
        ),
      ),
    )
    .orderBy(desc(cards.answeredAt), cards.id)

/** Meetings and a contract of these days, made by the product's own commands. */
export async function playStages(tx: Tx, past: Past): Promise<void> {
  const welcomed = await welcomedCards(tx, past)
  const met = new Set<string>()
  for (const scene of SCENES) {
    for (const card of welcomed) {
      if (met.has(card.candidateId)) continue
      met.add(card.candidateId)
      if (await play(tx, card, scene, past)) break
    }
  }
}

/** Plays a scene, unless the card does not allow it: then another one is looked for. */
async function play(tx: Tx, card: Welcomed, scene: Scene, past: Past): Promise<boolean> {
  const { orgId, candidateId, companyId, cardId, userId, name } = card
  const by: StaffActor = { kind: 'staff', role: 'case_manager', userId, orgId, name }
  const day = workingDay(addDays(past.today, scene.days), scene.days < 0 ? -1 : 1)
  const arrangedAt = new Date(Math.min(+past.start, +atLocal(day, '09:00')) - 2 * DAY)
  const nameShown: MeetingName = card.alias ? 'alias' : 'first_name'
  const agree = (purpose: 'company' | 'contract', textShown: string) =>
    recordConsent(tx, {
      ...{ orgId, candidateId, purpose, subjectId: companyId, decision: 'given', textShown },
      ...{ language: 'it', channel: 'in_person', withMediator: false },
    })
  const { place, time, contract } = scene
  try {
    await actingAs(tx, by, async () => {
      await at(arrangedAt, async () => {
        await agree('company', MEETING_TEXT)
        const form = { name: nameShown, place, day, time, safe: true }
        await arrangeMeeting(tx, cardId, form, () => [MEETING_TEXT])
      })
      if (!contract) return
      const sentAt = new Date(+past.start - DAY)
      await at(sentAt, async () => {
        await agree('contract', CONTRACT_TEXT)
        await sendContract(tx, cardId, { fields: [], safe: true }, () => [CONTRACT_TEXT])
      })
      await tx
        .update(contractLinks)
        .set({ opens: contract.opened, lastOpenedAt: new Date(+sentAt + 3 * HOUR) })
        .where(eq(contractLinks.cardId, cardId))
    })
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

function workingDay(day: string, step: number): string {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, step)
  return found
}
