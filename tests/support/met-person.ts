import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { atLocal, addDays, localDate } from '#app/domain/calendar/rome.ts'
import type { HrActor, LinkActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { arrangeMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import type { ContractForm } from '#app/domain/stages/send-contract.schema.server.ts'
import { sendContract } from '#app/domain/stages/send-contract.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { anHrContact } from './factories/accounts.ts'
import { aCandidate, type CandidateRef } from './factories/candidates.ts'
import { anOpening } from './factories/openings.ts'
import { aCard } from './factories/proposals.ts'

const WORDS = 'letto insieme'

/** Somebody whose card a company welcomed, with all that the later stages need. */
export type Welcomed = {
  cardId: CardId
  openingId: OpeningId
  person: CandidateRef
  hr: HrActor
  link: LinkActor
  by: StaffActor
}

export async function aWelcomedCard(by: StaffActor): Promise<Welcomed> {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId, title: 'Aiuto cuoco' })
  const person = await aCandidate({
    ...{ orgId: by.orgId, caseManagerId: by.userId, firstName: 'Amina', lastName: 'Quercianova' },
    profile: { permitUntil: '2027-05-31' },
  })
  const card = { state: 'answered', answer: 'interested', answeredAt: now() } as const
  const { cardId } = await aCard({ ...hr, openingId, proposedBy: by.userId, candidate: person, card })
  const link: LinkActor = { kind: 'link', cardId, companyId: hr.companyId, contactId: hr.contactId }
  const welcomed = { cardId, openingId, person, hr, link, by }
  await say(welcomed, 'opening', openingId)
  return welcomed
}

/** Her answer, as her case manager writes it down. */
export const say = (
  { person: { orgId, candidateId }, by, cardId }: Pick<Welcomed, 'person' | 'by' | 'cardId'>,
  purpose: 'opening' | 'company' | 'contract' | 'matching',
  subjectId: string | null,
  decision: 'given' | 'withdrawn' = 'given',
  textShown = WORDS,
): Promise<void> =>
  withActor(by, (tx) =>
    recordConsent(tx, {
      ...{ orgId, candidateId, purpose, subjectId, decision, textShown },
      ...{ language: 'it', channel: 'in_person', withMediator: false },
      about: { cardId, sameWords: [sha256(textShown)] },
    }),
  )

/** The meeting form, for a moment some days from today. */
export const inDays = (days: number) => ({
  ...({ name: 'first_name', place: 'at_company', time: '10:30', safe: true } as const),
  day: addDays(localDate(now()), days),
})

export const arrange = (
  { by, cardId }: Welcomed,
  form: Parameters<typeof arrangeMeeting>[2] = inDays(3),
): Promise<void> => withActor(by, (tx) => arrangeMeeting(tx, cardId, form, () => [WORDS]))

/** Arranges a meeting that has taken place by now: three days ago, arranged the day before. */
export async function meet(welcomed: Welcomed): Promise<void> {
  await say(welcomed, 'company', welcomed.hr.companyId)
  const day = addDays(localDate(now()), -3)
  const restore = setClock(() => atLocal(addDays(day, -1), '09:00'))
  try {
    await arrange(welcomed, { ...inDays(0), day })
  } finally {
    restore()
  }
}

export const send = ({ by, cardId }: Welcomed, form: Partial<ContractForm> = {}): Promise<void> =>
  withActor(by, (tx) => sendContract(tx, cardId, { fields: [], safe: true, ...form }, () => [WORDS]))
