import { beforeAll, describe, expect, test } from 'vitest'
import { listReceivedCards } from '#app/domain/openings/list-received-cards.server.ts'
import type { StageOne } from '#app/domain/disclosure/stage-one.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { consentTo, propose } from '#tests/support/propose.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const PEOPLE = 10
const OPEN_AT_ONCE = 5
/** Of ten people in no order as many as this stand where they stood once in a hundred thousand times. */
const BEYOND_CHANCE = 8

useTestDatabase()
const looksAlike = { professionCode: 'isco-9412-kitchen-helper', slots: ['morning'], province: 'TO' }

/** What a company has of its cards: each one read, in the order of its page; and, unknown to it, whose each is. */
type Company = { hr: HrActor; views: StageOne[]; people: string[] }

async function read(hr: HrActor, owners: ReadonlyMap<CardId, string>): Promise<Company> {
  const { cards } = await withActor(hr, (tx) =>
    listReceivedCards(tx, { companyId: hr.companyId, states: ['sent'], page: 1, perPage: 50 }),
  )
  const views: StageOne[] = []
  for (const { id } of cards) views.push(await withActor(hr, (tx) => readCard(tx, id)))
  return { hr, views, people: cards.map(({ id }) => owners.get(id) ?? '') }
}

/** Two companies that were sent a card of each of ten people, in the same order, on the same day. */
async function twoCompanies(): Promise<[Company, Company]> {
  const caseManager: StaffActor = await aStaff('case_manager')
  const elsewhere = await anOrganisation()
  const people: CandidateRef[] = []
  for (let at = 0; at < PEOPLE; at++) {
    people.push(await aCandidate({ orgId: caseManager.orgId, profile: looksAlike }))
    await aCandidate({ orgId: elsewhere, profile: looksAlike })
  }
  const companies = [await anHrContact(), await anHrContact()] as const
  const owners = new Map<CardId, string>()
  for (const { companyId } of companies) {
    for (let at = 0; at < PEOPLE; at += OPEN_AT_ONCE) {
      const openingId = await anOpening({ companyId })
      for (const person of people.slice(at, at + OPEN_AT_ONCE)) {
        await consentTo(caseManager, person, openingId)
        owners.set(await propose(caseManager, person, openingId), person.candidateId)
      }
    }
  }
  return [await read(companies[0], owners), await read(companies[1], owners)]
}

const hits = (one: readonly string[], other: readonly string[]): number =>
  one.filter((person, at) => other[at] === person).length

const inOrderOf = ({ views, people }: Company, key: (view: StageOne) => string): string[] =>
  views
    .map((view, at) => [key(view), people[at] ?? ''] as const)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, person]) => person)

describe('two companies that pool all that they saw of the same ten people', () => {
  let one: Company
  let other: Company
  beforeAll(async () => {
    ;[one, other] = await twoCompanies()
  })

  test('have ten cards each that say the same: nothing but chance is left', () => {
    expect([one.views.length, other.views.length]).toEqual([PEOPLE, PEOPLE])
    expect(new Set(one.people)).toEqual(new Set(other.people))
    const said = new Set([...one.views, ...other.views].map(({ attributes }) => JSON.stringify(attributes)))
    expect(said.size).toBe(1)
  })

  test('find no value in a card of the one that a card of the other has, but the words, the week and the state', () => {
    const common = new Set(['Aiuto cuoco', 'internship', 'sent', one.views[0]?.week])
    const valuesOf = ({ views }: Company) =>
      new Set(
        views.flatMap(({ attributes: _, ...view }) =>
          Object.values(view).filter((value) => value !== null && !common.has(value)),
        ),
      )
    const [here, there] = [valuesOf(one), valuesOf(other)]
    expect(here.size).toBeGreaterThan(PEOPLE)
    expect([...here].filter((value) => there.has(value))).toEqual([])
    // A week begins on its Monday, so a day tells nothing finer.
    for (const { week } of [...one.views, ...other.views])
      expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1)
  })

  test('match by place in the page, by id or by the end of an id no more people than chance does', () => {
    expect(hits(one.people, other.people)).toBeLessThan(BEYOND_CHANCE)
    const keys: ((view: StageOne) => string)[] = [
      ({ cardId }) => cardId,
      ({ cardId }) => [...cardId].toReversed().join(''),
    ]
    for (const key of keys)
      expect(hits(inOrderOf(one, key), inOrderOf(other, key))).toBeLessThan(BEYOND_CHANCE)
  })

  test('and the search would find an order that both share', () => {
    const asSent = (people: readonly string[]) => people.toSorted()
    expect(hits(asSent(one.people), asSent(other.people))).toBe(PEOPLE)
  })
})
