import { addDays, addMonths, daysBetween, localDate, type IsoDate } from '#app/domain/calendar/rome.ts'
import {
  guessedMinutes,
  isMeeting,
  isReal,
  provenBy,
  type InteractionKind,
  type InteractionOutcome,
} from '#app/domain/companies/interaction-kinds.ts'
import { HOUR } from '#app/domain/shared/durations.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { interactions } from '#db/schema/companies.ts'
import type { Happening } from './chronicle.ts'
import type { Firm } from './companies.ts'
import { noteTexts, type NoteTopic } from './note-texts.ts'
import type { Opening } from './openings.ts'
import type { Staff } from './organisations.ts'
import { momentOn, type Past } from './past.ts'
import type { Placement } from './placements.ts'
import type { Random } from './random.ts'

/** A contact that is to be: when, what, how it went, who made it. */
type Planned = {
  on: IsoDate
  kind: InteractionKind
  outcome: InteractionOutcome
  topic: NoteTopic
  by?: Staff
}

/** How many contacts two years bring, by how far a company has come: the longer the way, the more were needed. */
const contactsOf: Record<TrustStage, readonly [least: number, most: number]> = {
  new: [0, 1],
  contacted: [2, 4],
  in_dialogue: [7, 11],
  posting: [11, 15],
  hosting: [13, 19],
  hiring: [18, 24],
  testimonial: [23, 30],
  ambassador: [29, 36],
}

export type InteractionParts = {
  firms: readonly Firm[]
  openings: readonly Opening[]
  placements: readonly Placement[]
  staff: readonly Staff[]
}

type Interaction = typeof interactions.$inferInsert

/** Two years of calls, visits, mails and meetings, and what they prove. */
export function makeInteractions(
  { firms, openings, placements, staff }: InteractionParts,
  past: Past,
  random: Random,
): { rows: Interaction[]; happenings: Happening[] } {
  const rows = firms.flatMap((firm) => {
    const draw = random.branch(firm.entry.name)
    const own = {
      openings: openings.filter((each) => each.firm === firm && each.postedAt),
      placements: placements.filter((each) => each.firm === firm),
    }
    return plan(firm, own, past, draw).map((planned) => rowOf(planned, firm, staff, past, draw))
  })
  return { rows, happenings: rows.map(happeningOf) }
}

function plan(
  firm: Firm,
  { openings, placements }: { openings: readonly Opening[]; placements: readonly Placement[] },
  past: Past,
  draw: Random,
): Planned[] {
  const { aims, quietFor = 0 } = firm.entry
  const entered = localDate(firm.enteredAt)
  const until = past.ago(quietFor)
  const structural = [
    ...beginnings(firm, entered, draw),
    ...openings.flatMap(({ postedAt }) => afterPosting(postedAt, draw)),
    ...placements.flatMap((placement) => aroundPlacement(placement, past, draw)),
    ...(firm.entry.closerLately ? visitsLately(past, draw) : []),
  ].filter(({ on }) => on >= entered && on < past.today && (quietFor === 0 || on <= until))
  const wanted = draw.int(...contactsOf[aims])
  const span = daysBetween(entered, until)
  const others = Array.from({ length: Math.max(0, wanted - structural.length) }, () =>
    aChat(aims, addDays(entered, draw.int(Math.min(2, span), Math.max(2, span - 1))), draw),
  )
  return [...structural, ...others.filter(({ on }) => on <= until)]
}

/** How it began: a call, and, where it went on, a visit soon after. */
function beginnings({ entry }: Firm, entered: IsoDate, draw: Random): Planned[] {
  if (entry.aims === 'new') return []
  const call = { on: addDays(entered, 1), kind: 'call' as const }
  if (entry.aims === 'contacted') return [{ ...call, outcome: 'neutral', topic: 'first_refusal' }]
  if (entry.verification === 'pending') return [{ ...call, outcome: 'neutral', topic: 'first_call' }]
  return [
    { ...call, outcome: 'neutral', topic: 'first_call' },
    { on: addDays(entered, draw.int(10, 35)), kind: 'visit', outcome: 'positive', topic: 'first_visit' },
  ]
}

/** Two visits in a month: somebody tends this company. */
const visitsLately = (past: Past, draw: Random): Planned[] =>
  [draw.int(16, 24), draw.int(3, 9)].map((days) => ({
    ...{
      on: past.ago(days),
      kind: 'visit' as const,
      outcome: 'positive' as const,
      topic: 'positive' as const,
    },
  }))

function afterPosting(postedAt: Date | null, draw: Random): Planned[] {
  if (!postedAt || draw.chance(0.3)) return []
  return [{ on: addDays(localDate(postedAt), 1), kind: 'call', outcome: 'positive', topic: 'opening_call' }]
}

/** The case manager of the person keeps in touch with the firm, whoever leads it. */
function aroundPlacement(
  { startsOn, endsOn, person, state, kind }: Placement,
  past: Past,
  draw: Random,
): Planned[] {
  const by = person.caseManager
  const end = endsOn ?? addMonths(startsOn, 4)
  const months = Math.floor(daysBetween(startsOn, end) / 30)
  const talk = draw.chance(0.6)
  const meet = () => (draw.chance(0.5) ? 'meeting' : 'call')
  const steps: (Planned | false)[] = [
    {
      on: addDays(startsOn, -draw.int(3, 9)),
      kind: meet(),
      outcome: 'neutral',
      topic: 'before_placement',
      by,
    },
    { on: addDays(startsOn, 3), kind: 'call', outcome: 'neutral', topic: 'day_three', by },
    draw.chance(0.4) && {
      on: addDays(startsOn, 14),
      kind: 'visit',
      outcome: 'positive',
      topic: 'week_two',
      by,
    },
    ...Array.from(
      { length: Math.max(0, months - 1) },
      (_, at): Planned | false =>
        draw.chance(0.7) && {
          ...{ on: addMonths(startsOn, at + 1), kind: 'call', outcome: 'neutral', topic: 'monthly', by },
        },
    ),
    talk && kind === 'internship' && state !== 'ended_early'
      ? { on: addDays(end, -24), kind: 'call', outcome: 'positive', topic: 'hire_talk', by }
      : false,
    kind === 'internship' && { on: addDays(end, -1), kind: meet(), outcome: 'neutral', topic: 'ending', by },
  ]
  return steps.filter((step) => step !== false && step.on < past.today) as Planned[]
}

/** A contact for no reason but to keep in touch. Who was only reached so far has not welcomed us yet. */
function aChat(aims: TrustStage, on: IsoDate, draw: Random): Planned {
  const reservedKinds = ['call', 'call', 'mail'] as const
  if (aims === 'new') return { on, kind: 'call', outcome: 'no_answer', topic: 'no_answer' }
  if (aims === 'contacted') {
    const outcome = draw.weighted([
      ['neutral', 4],
      ['no_answer', 4],
      ['negative', 2],
    ] as const)
    return { on, kind: draw.pick(reservedKinds), outcome, topic: outcome }
  }
  const outcome = draw.weighted([
    ['positive', 34],
    ['neutral', 34],
    ['no_answer', 24],
    ['negative', 8],
  ] as const)
  if (outcome === 'no_answer') return { on, kind: draw.pick(reservedKinds), outcome, topic: outcome }
  const kind = draw.weighted<InteractionKind>([
    ['call', 48],
    ['mail', 26],
    ['visit', 8],
    ['meeting', 6],
    ['event', 4],
  ])
  return { on, kind, outcome, topic: kind === 'event' ? 'event' : outcome }
}

function rowOf(
  { on, kind, outcome, topic, by }: Planned,
  firm: Firm,
  staff: readonly Staff[],
  past: Past,
  draw: Random,
) {
  const colleague = draw.chance(0.12)
  const near = staff.filter(({ role, area }) => role === 'case_manager' && area === firm.lead?.area)
  const user =
    by ?? (colleague || !firm.lead ? draw.pick(near.length > 0 ? near : staff.slice(0, 20)) : firm.lead)
  const met = momentOn(past, on, draw)
  const occurredAt = met < firm.enteredAt ? firm.enteredAt : met
  const usual = guessedMinutes[kind]
  return {
    ...{ id: draw.uuid<string>(), orgId: user.orgId, userId: user.userId, companyId: firm.id, kind, outcome },
    contactId: draw.chance(0.8) ? firm.contact.id : draw.pick(firm.contacts).id,
    minutes: isReal(outcome) ? Math.max(5, Math.round((usual * (0.6 + draw.next())) / 5) * 5) : 2,
    note: draw.chance(0.78) ? draw.pick(noteTexts[topic]) : '',
    occurredAt,
    createdAt: new Date(Math.min(+past.start, +occurredAt + draw.int(0, 20) * HOUR)),
  } satisfies Interaction
}

function happeningOf({
  id,
  companyId,
  userId,
  kind,
  outcome,
  occurredAt,
}: ReturnType<typeof rowOf>): Happening {
  return {
    ...{ companyId, authorId: userId, at: occurredAt, fact: provenBy(kind, outcome) },
    ...(isMeeting(kind, outcome) && { trust: { kind: 'visit_held', causeType: 'interaction', causeId: id } }),
  }
}
