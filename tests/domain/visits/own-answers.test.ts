import { desc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { previewCard } from '#app/domain/proposals/preview-card.server.ts'
import { proposeCandidate } from '#app/domain/proposals/propose-candidate.server.ts'
import { seenCard } from '#app/domain/proposals/seen-card.ts'
import { dayList } from '#app/domain/day/day-list.server.ts'
import type { CandidateActor, HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { answerByHerself } from '#app/domain/visits/answer-by-herself.server.ts'
import { askOnOwnPages } from '#app/domain/visits/ask-on-own-pages.server.ts'
import { matchingWords, openingWords } from '#app/domain/visits/consent-words.ts'
import type { OwnAnswer } from '#app/domain/visits/own-answer.schema.server.ts'
import { ownChoices } from '#app/domain/visits/own-choices.server.ts'
import { askOfData, ownRequests, takeBackRequest } from '#app/domain/visits/own-requests.server.ts'
import { requestsOfPerson, settleRequest } from '#app/domain/visits/requests-of-people.server.ts'
import { shownOfMe } from '#app/domain/visits/shown-of-me.server.ts'
import { TEXT_VERSION } from '#app/domain/visits/texts.ts'
import { addMonths, localDate } from '#app/domain/calendar/rome.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { consents, profiles } from '#db/schema/candidates.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let sara: StaffActor
let person: CandidateRef
let herself: CandidateActor
let hr: HrActor
let openingId: OpeningId

const alike = { professionCode: 'isco-9412-kitchen-helper', slots: ['morning'], licences: [], province: 'TO' }

beforeAll(async () => {
  sara = await aStaff()
  const other = await anOrganisation()
  for (let count = 0; count < 12; count++) {
    await aCandidate({ orgId: sara.orgId, profile: alike })
    await aCandidate({ orgId: other, profile: alike })
  }
}, 60_000)

beforeEach(async () => {
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId, title: 'Aiuto in cucina' })
  person = await aCandidate({ orgId: sara.orgId, caseManagerId: sara.userId, profile: alike })
  const { orgId, candidateId } = person
  herself = { kind: 'candidate', visitId: newId<string>(), orgId, candidateId }
})

const ask = () => withActor(sara, (tx) => askOnOwnPages(tx, { ...person, openingId }))
const choices = () => withActor(herself, ownChoices)
const say = (answer: OwnAnswer, language: 'it' | 'fr' | 'ar' = 'fr') =>
  withActor(herself, (tx) => answerByHerself(tx, answer, language))

/** Answers the question about the opening with the words that stand on her page. */
async function sayOfOpening(decision: 'given' | 'refused', language: 'it' | 'fr' | 'ar' = 'fr') {
  const [question] = (await choices()).questions
  if (!question) throw new Error('she is asked nothing')
  const read = sha256(openingWords(question.opening, question.card, language))
  await say({ purpose: 'opening', subjectId: openingId, decision, read }, language)
}

const withdraw = (purpose: OwnAnswer['purpose'], subjectId?: string) =>
  say({ purpose, decision: 'withdrawn', ...(subjectId ? { subjectId } : {}) })

/** The card leaves as her case manager sends it, with the wording of the page of proposals. */
const send = () =>
  withActor(sara, async (tx) => {
    const { card } = await previewCard(tx, { ...person, openingId })
    return proposeCandidate(tx, {
      ...{ ...person, openingId, seen: seenCard(card, sha256('testo')) },
      wording: (opening, shown) => [
        'testo',
        openingWords(opening, shown, 'ar'),
        openingWords(opening, shown, 'fr'),
      ],
    })
  })

const newest = async () => {
  const [row] = await db.asSystem((tx) =>
    tx
      .select()
      .from(consents)
      .where(eq(consents.candidateId, person.candidateId))
      .orderBy(desc(consents.at))
      .limit(1),
  )
  return row
}
const actions = async () => {
  const rows = await db.asSystem((tx) =>
    tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId)).orderBy(auditLog.seq),
  )
  return rows.filter(({ actorRole }) => actorRole === 'candidate').map(({ action }) => action)
}

describe('what a person says on her own pages', () => {
  it('is kept with its language, the edition and the hash of the words she read, and how it came', async () => {
    await ask()
    await sayOfOpening('given', 'ar')
    const [question] = (await choices()).questions
    const words = question && openingWords(question.opening, question.card, 'ar')
    expect(await newest()).toMatchObject({
      ...{ purpose: 'opening', subjectId: openingId, decision: 'given', language: 'ar' },
      ...{ channel: 'own_device', withMediator: false, textVersion: TEXT_VERSION },
      textHash: sha256(words ?? ''),
    })
    expect(question?.answered).toBe(true)
    expect(await actions()).toEqual(['consent.given'])
  })

  it('names the company, the work and what the card says, and nobody of hers', async () => {
    await ask()
    const [question] = (await choices()).questions
    const words = question ? openingWords(question.opening, question.card, 'fr') : ''
    expect(words).toContain('Aiuto in cucina')
    expect(words).toContain('stage')
    expect(words).not.toContain(person.code)
    expect(words).not.toContain('{')
  })

  it('lets the card leave, which goes back with one press, from the commit on', async () => {
    await ask()
    await sayOfOpening('given')
    const cardId = await send()
    expect((await choices()).questions).toEqual([])
    await withdraw('opening', openingId)
    const [card] = await db.asSystem((tx) => tx.select().from(cards).where(eq(cards.id, cardId)))
    expect(card?.state).toBe('withdrawn')
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'consent.withdrawn')),
    )
    expect(events.map(({ payload }) => payload.candidateId)).toContain(person.candidateId)
  })

  it('takes her out of the engine with every card, and a slip of the thumb puts her back', async () => {
    await ask()
    await sayOfOpening('given')
    const cardId = await send()
    await withdraw('matching')
    const matchable = () =>
      db.asSystem(async (tx) => {
        const [row] = await tx.select().from(profiles).where(eq(profiles.candidateId, person.candidateId))
        return row?.matchable
      })
    expect(await matchable()).toBe(false)
    const [card] = await db.asSystem((tx) => tx.select().from(cards).where(eq(cards.id, cardId)))
    expect(card?.state).toBe('withdrawn')
    await say({ purpose: 'matching', decision: 'given', read: sha256(matchingWords('fr')) })
    expect(await matchable()).toBe(true)
    expect(await actions()).toEqual(['consent.given', 'consent.withdrawn', 'consent.given'])
  })

  it('is no yes to other words than those of her page, and none to what she was not asked', async () => {
    await ask()
    const read = sha256(matchingWords('it'))
    await expect(say({ purpose: 'matching', decision: 'given', read })).rejects.toMatchObject({
      code: 'stale',
    })
    await expect(say({ purpose: 'opening', subjectId: openingId, decision: 'given' })).rejects.toMatchObject({
      code: 'stale',
    })
    const other = await anOpening()
    await expect(
      say({ purpose: 'opening', subjectId: other, decision: 'given', read }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(withdraw('company', newId())).rejects.toMatchObject({ code: 'conflict' })
    expect(await actions()).toEqual([])
  })

  it('a no leaves everything else as it was', async () => {
    await ask()
    await sayOfOpening('refused')
    expect(await newest()).toMatchObject({ purpose: 'opening', decision: 'refused' })
    expect((await choices()).matching?.decision).toBe('given')
    await expect(send()).rejects.toMatchObject({ reason: 'proposals_refused_no_consent' })
  })

  it('sees what was shown of her, to whom and what became of it, and of nobody else', async () => {
    await ask()
    await sayOfOpening('given')
    const cardId = await send()
    const [shown, ...others] = await withActor(herself, shownOfMe)
    expect(others).toEqual([])
    expect(shown).toMatchObject({ cardId, opening: 'Aiuto in cucina', fate: 'sent' })
    expect(shown?.card.map(({ attribute }) => attribute)).toContain('profession')
    const neighbour = await aCandidate({ orgId: sara.orgId })
    const { orgId, candidateId } = neighbour
    const she: CandidateActor = { kind: 'candidate', visitId: newId<string>(), orgId, candidateId }
    expect(await withActor(she, shownOfMe)).toEqual([])
    expect((await withActor(she, ownChoices)).choices).toEqual([])
  })
})

describe('what she asks of her data', () => {
  const inDay = async () =>
    (await withActor(sara, (tx) => dayList(tx, { page: 1, perPage: 100 }))).lines.flatMap((line) =>
      line.is === 'request' && line.request.candidateId === person.candidateId ? [line] : [],
    )

  it('is in her case manager’s day at once, due in a month, until it is answered', async () => {
    await Promise.all([1, 2, 3].map(() => withActor(herself, (tx) => askOfData(tx, 'copy'))))
    const [line, ...others] = await inDay()
    expect(others).toEqual([])
    expect(line).toMatchObject({
      part: 'today',
      request: { kind: 'copy', code: person.code, dueOn: addMonths(localDate(now()), 1) },
    })
    await withActor(sara, (tx) => settleRequest(tx, person, 'copy'))
    expect(await inDay()).toEqual([])
    expect(await withActor(herself, ownRequests)).toMatchObject([{ kind: 'copy', state: 'done' }])
    await expect(withActor(sara, (tx) => settleRequest(tx, person, 'copy'))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await actions()).toEqual(['data.copy_asked'])
  })

  it('is taken back while nobody has answered', async () => {
    await withActor(herself, (tx) => askOfData(tx, 'erasure'))
    await withActor(herself, (tx) => takeBackRequest(tx, 'erasure'))
    expect(await inDay()).toEqual([])
    expect(await withActor(herself, ownRequests)).toMatchObject([{ state: 'taken_back' }])
    await withActor(herself, (tx) => takeBackRequest(tx, 'erasure'))
    expect(await actions()).toEqual(['data.erasure_asked', 'data.erasure_taken_back'])
  })

  it('is none of another organisation’s business, nor of somebody’s who is not she', async () => {
    await withActor(herself, (tx) => askOfData(tx, 'copy'))
    const stranger = await aStaff()
    await expect(withActor(stranger, (tx) => requestsOfPerson(tx, person))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(withActor(stranger, (tx) => settleRequest(tx, person, 'copy'))).rejects.toMatchObject({
      code: 'not_found',
    })
    const colleague = await aStaff('case_manager', sara.orgId)
    await expect(withActor(colleague, (tx) => settleRequest(tx, person, 'copy'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(withActor(sara, (tx) => askOfData(tx, 'copy'))).rejects.toMatchObject({ code: 'not_found' })
    await expect(withActor(hr, shownOfMe)).rejects.toMatchObject({ code: 'not_found' })
  })
})
