import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { startOpening } from '#app/domain/openings/start-opening.server.ts'
import type { IsoDate } from '#app/domain/calendar/rome.ts'
import { indexOpening } from '#app/domain/search/keep-index.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { type Actor, system } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CardId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { versionOf } from '#tests/domain/openings/opening-looks.ts'
import { conditions, skills, whatIsLookedFor, whenWhere } from '#tests/domain/openings/step-values.ts'
import type { Random } from '../../../bench/random.ts'
import type { Kind } from './history.ts'
import type { Employer, World } from './world.ts'

/** A form as a browser would send it, or a page to read. */
export type Page = { path: string; cookie: string; form?: Record<string, string> }

/** What an operation does: asks for a page, or leaves rows by itself. `subject` is what to look for afterwards. */
export type Deed = { kind: Kind; subject: string } & ({ page: Page } | { write: () => Promise<unknown> })

type SentCard = { cardId: CardId; contactId: ContactId }

const one = <T>(random: Random, list: readonly T[]): T => list[random.int(list.length)] as T

const day = (ahead: number): IsoDate =>
  new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10) as IsoDate

/** Someone logs a contact, a quarter of the time with a next step. The note says which operation it was. */
function logContact(random: Random, { hr, lead }: Employer, number: number): Deed {
  const subject = `op-${String(number)}`
  const nextStep: Record<string, string> = random.chance(0.25)
    ? { nextStep: `Passo ${subject}`, nextStepOn: day(7) }
    : {}
  const form = {
    intent: 'log',
    kind: one(random, ['call', 'mail', 'visit']),
    outcome: one(random, ['no_answer', 'positive']),
    note: subject,
    ...nextStep,
  }
  return {
    kind: 'contact',
    subject,
    page: { path: `/lavoro/aziende/${hr.companyId}/contatto`, cookie: lead.cookie, form },
  }
}

/** A card is sent: written by the runner, because who may be proposed is no matter of faults. */
async function sendCard(world: World, random: Random, employer: Employer): Promise<Deed & SentCard> {
  const { hr, lead } = employer
  const { orgId, candidateId } = one(random, world.people)
  // A person is proposed once for an opening.
  const openingId = await anOpening(
    { companyId: hr.companyId, postedAt: new Date(Date.now() - 20 * DAY) },
    // The factory writes past the commands, which keep the search index: the database may be killed after any commit.
    { beside: (tx, id) => indexOpening(tx, hr.companyId, id) },
  )
  const cardId = newId<CardId>()
  const { companyId, contactId } = hr
  const write = () =>
    withActor(system('faults') satisfies Actor, async (tx) => {
      const at = now()
      const about = { openingId, companyId, cardId }
      await tx
        .insert(cards)
        .values({ id: cardId, openingId, companyId, contactId, week: '2026-11-16', sentAt: at })
        .onConflictDoNothing()
      const proposal = { orgId, id: newId<never>(), candidateId, ...about, proposedBy: lead.userId, at }
      const written = await tx.insert(proposals).values(proposal).onConflictDoNothing().returning()
      if (written.length > 0) await emit(tx, 'card.sent', { cardId })
    })
  return { kind: 'card', subject: cardId, write, cardId, contactId }
}

/** The contact answers one of the cards that have certainly been sent, from her link. */
function answer(random: Random, { cardId, contactId }: SentCard): Deed {
  const form: Record<string, string> = { answer: one(random, ['interested', 'talk', 'not_now']) }
  if (form.answer === 'not_now') form.reason = 'budget'
  return {
    kind: 'answer',
    subject: cardId,
    page: { path: cardLink(cardId, contactId, now()), cookie: '', form },
  }
}

/** A draft that can be posted today. */
const fullDraft = ({ hr }: Employer) =>
  withActor(hr, async (tx) => {
    const id = await startOpening(tx, hr.companyId, whatIsLookedFor)
    const values = { ...whenWhere.values, startFrom: day(40), startLatest: day(70) }
    await saveOpeningStep(tx, id, 1, conditions)
    await saveOpeningStep(tx, id, 2, { ...whenWhere, values })
    await saveOpeningStep(tx, id, 3, skills)
    return id
  })

async function postOpening(employer: Employer): Promise<Deed> {
  const { hr } = employer
  const draft = await fullDraft(employer)
  const form = { intent: 'post', version: String(await versionOf(draft)) }
  return {
    kind: 'opening',
    subject: draft,
    page: { path: `/azienda/opportunita/${draft}`, cookie: hr.cookie, form },
  }
}

function invite({ admin }: World, number: number): Deed {
  const subject = `op-${String(number)}@rete.example`
  const form = {
    intent: 'invite',
    name: `Invitata ${String(number)}`,
    email: subject,
    role: 'case_manager',
    orgId: admin.orgId,
  }
  return { kind: 'invite', subject, page: { path: '/admin/account', cookie: admin.cookie, form } }
}

function read(random: Random, { hr, lead }: Employer): Deed {
  const [path, cookie] = one(random, [
    ['/lavoro', lead.cookie],
    ['/lavoro/aziende', lead.cookie],
    [`/lavoro/aziende/${hr.companyId}`, lead.cookie],
    ['/azienda', hr.cookie],
    ['/storie', ''],
  ] as const)
  return { kind: 'read', subject: path, page: { path, cookie } }
}

/** Draws what happens next. Cards that were certainly sent wait in a list of their own to be answered. */
export function deedsOf(world: World, random: Random) {
  const sent: SentCard[] = []
  return {
    next: async (number: number): Promise<Deed> => {
      const employer = one(random, world.employers)
      const drawn = random.next()
      if (drawn < 0.3) return logContact(random, employer, number)
      if (drawn < 0.5) return sendCard(world, random, employer)
      if (drawn < 0.65) {
        const card = sent.shift()
        return card ? answer(random, card) : read(random, employer)
      }
      if (drawn < 0.72) return postOpening(employer)
      if (drawn < 0.77) return invite(world, number)
      return read(random, employer)
    },
    noteSent: (deed: Deed) => {
      if ('cardId' in deed) sent.push(deed as Deed & SentCard)
    },
  }
}
