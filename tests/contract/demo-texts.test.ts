import fs from 'node:fs'
import path from 'node:path'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { describe, expect, it } from 'vitest'
import { localDate } from '#app/domain/calendar/rome.ts'
import { readVatId } from '#app/domain/companies/vat-id.server.ts'
import { makeCompanies } from '#db/seed/companies.ts'
import { makeNetwork } from '#db/seed/network.ts'
import { personName, phoneNumber } from '#db/seed/names.ts'
import { makeOrganisations } from '#db/seed/organisations.ts'
import { pastUntil } from '#db/seed/past.ts'
import { seededRandom } from '#db/seed/random.ts'
import { noteTexts } from '#db/seed/note-texts.ts'
import { storyEntries } from '#db/seed/story-texts.ts'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'db', 'seed')
const files = fs
  .readdirSync(FOLDER)
  .map((name) => ({ name, text: fs.readFileSync(path.join(FOLDER, name), 'utf8') }))

/** Six letters, two digits, a letter for the month, and so on: the form of a codice fiscale. */
const TAX_CODE = /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/i
const LONG_NUMBER = /(?<![\w.])\+?\d[\d\s/.-]{7,}\d(?![\w.])/g
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Words of a story or a note that would speak of somebody, or in the tongue of social work. */
const OF_PERSONS =
  /\b(nigerian|migrant|rifugiat|richiedent|tratta\b|vittim|beneficiari|utent[ei]\b|accoglienza|straniera?|permesso di soggiorno|mamma|incinta|disabil)/i

describe('the texts of the demo network', () => {
  it('hold no tax code, no telephone number, no VAT id and no address that could be real', () => {
    expect(files.length).toBeGreaterThan(20)
    for (const { name, text } of files) {
      expect([name, TAX_CODE.exec(text)?.[0]]).toEqual([name, undefined])
      const numbers = [...text.matchAll(LONG_NUMBER)].map(([number]) => number)
      const callable = numbers.filter((number) => parsePhoneNumberFromString(number, 'IT')?.isValid())
      expect([name, callable]).toEqual([name, []])
      expect([name, numbers.filter((number) => readVatId(number))]).toEqual([name, []])
      const reachable = [...text.matchAll(ADDRESS)].filter(([address]) => !address.endsWith('.example'))
      expect([name, reachable.map(([address]) => address)]).toEqual([name, []])
    }
  })

  it('makes numbers that pass their checks and are nobody’s', () => {
    const random = seededRandom('any')
    const past = pastUntil(new Date('2026-03-02T09:00:00Z'))
    const firms = makeCompanies(makeOrganisations(random), past, random)
    for (const { row, contacts } of firms) {
      expect(readVatId(row.vatId)).toBe(row.vatId)
      expect(row.vatId).toMatch(/^99\d{5}888\d$/)
      for (const { phone, email } of contacts) {
        expect(email).toMatch(/@[a-z0-9-]+\.example$/)
        expect(parsePhoneNumberFromString(phone ?? '')?.isPossible()).toBe(true)
        expect(parsePhoneNumberFromString(phone ?? '')?.isValid()).toBe(false)
      }
    }
    expect(new Set(firms.map(({ row }) => row.vatId)).size).toBe(60)
    for (let times = 0; times < 300; times++) {
      expect(parsePhoneNumberFromString(phoneNumber(random))?.isValid()).toBe(false)
      const { firstName, lastName } = personName(random.pick(['NG', 'ML', 'CM', 'SY']), 'woman', random)
      expect(`${firstName} ${lastName}`).toMatch(/^\p{Lu}\p{L}+ \p{Lu}[\p{L}-]+$/u)
    }
  })

  it('tell the same two years on whatever day they are told, and nothing that has not happened yet', () => {
    for (const day of [
      '2026-01-01T00:10',
      '2026-03-29T10:00',
      '2026-08-15T12:00',
      '2026-12-31T23:30',
      '2028-02-29T07:00',
    ]) {
      const past = pastUntil(new Date(`${day}:00Z`))
      const network = makeNetwork(past, seededRandom('passaparola'))
      const entered = new Map(network.firms.map(({ id, enteredAt }) => [id, enteredAt]))
      for (const { companyId, at } of network.happenings) {
        expect(at <= past.start && at >= (entered.get(companyId) ?? past.start)).toBe(true)
      }
      const reached = (name: string) =>
        [...network.ladder.stageOf.values()].filter((stage) => stage === name).length
      expect([day, reached('hosting'), reached('testimonial'), reached('ambassador')]).toEqual([
        day,
        14,
        4,
        5,
      ])
      expect(network.placements.filter(({ kind }) => kind === 'internship')).toHaveLength(76)
      for (const { startsOn, endsOn, state, person } of network.placements) {
        expect(startsOn <= past.today && startsOn > localDate(person.takenOnAt)).toBe(true)
        if (endsOn) expect(endsOn > past.today).toBe(state === 'active')
      }
    }
  })

  it('speak of firms, in the words of firms, and never of a person', () => {
    const words = [
      ...storyEntries.map(({ title, need, solution, result, quote }) =>
        [title, need, solution, result, quote].join(' '),
      ),
      ...Object.values(noteTexts).flat(),
    ]
    for (const text of words) expect(OF_PERSONS.exec(text)?.[0]).toBeUndefined()
    const told = storyEntries.filter(({ state }) => state === 'published')
    for (const story of told) {
      expect(story.title.length).toBeLessThanOrEqual(90)
      expect(`${story.need}${story.solution}${story.result}`).toMatch(/\d/)
    }
    expect(new Set(storyEntries.map(({ title }) => title)).size).toBe(storyEntries.length)
  })
})
