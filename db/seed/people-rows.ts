import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { addDays, atLocal, localDate } from '#app/domain/calendar/rome.ts'
import { newPersonKey } from '#app/domain/candidates/person-key.server.ts'
import { surnameIndex } from '#app/domain/candidates/surname-index.server.ts'
import { matchingWords } from '#app/domain/visits/consent-words.ts'
import { visitLanguages } from '#app/domain/visits/languages.ts'
import { TEXT_VERSION } from '#app/domain/visits/texts.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import type {
  candidateExclusions,
  candidateKeys,
  candidates,
  consents,
  profiles,
} from '#db/schema/candidates.ts'
import type { Firm } from './companies.ts'
import { phoneNumber } from './names.ts'
import type { Past } from './past.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export type ConsentRow = typeof consents.$inferInsert

/** All rows about some people. Who somebody is, is sealed with a key of her own. */
export type PeopleRows = {
  candidates: (typeof candidates.$inferInsert)[]
  keys: (typeof candidateKeys.$inferInsert)[]
  profiles: (typeof profiles.$inferInsert)[]
  consents: ConsentRow[]
  exclusions: (typeof candidateExclusions.$inferInsert)[]
}

const matchingText =
  'Posso essere cercata per le opportunità di lavoro della rete. Le aziende non vedono il mio nome. Posso dire di no adesso e cambiare idea quando voglio.'

const notes = [
  'Meglio sentirsi al mattino, prima del corso.',
  'Preferisce i messaggi vocali alle telefonate.',
  'Vuole un orario che le lasci libero il giovedì pomeriggio.',
  'Porta con sé il certificato di lingua: copia già in archivio.',
  'Chiede di non essere contattata durante il ramadan prima delle dieci.',
  'Ha chiesto di essere accompagnata al primo colloquio.',
] as const

/** Rows of everybody whom the network accompanies or accompanied. */
export function peopleRows(
  people: readonly Person[],
  firms: readonly Firm[],
  past: Past,
  random: Random,
): PeopleRows {
  const rows: PeopleRows = { candidates: [], keys: [], profiles: [], consents: [], exclusions: [] }
  for (const person of people) {
    const draw = random.branch(person.code)
    const { id: candidateId, caseManager } = person
    const { orgId } = caseManager
    const { row, key } = newPersonKey({ orgId, candidateId })
    const { firstName, lastName } = person.name
    const maybe = (column: 'alias' | 'notes', plain: string, share: number) =>
      draw.chance(share) ? key.seal(column, plain) : null
    rows.keys.push({ ...row, createdAt: person.takenOnAt })
    rows.candidates.push({
      ...{
        orgId,
        id: candidateId,
        code: person.code,
        caseManagerId: caseManager.userId,
        state: person.state,
      },
      firstName: key.seal('first_name', firstName),
      lastName: key.seal('last_name', lastName),
      lastNameIndex: surnameIndex(lastName),
      alias: maybe('alias', draw.pick(['Anna', 'Lina', 'Sole', 'Mara', 'Noa', 'Vera']), 0.3),
      birthDate: key.seal('birth_date', person.birthDate),
      phone: key.seal('phone', phoneNumber(draw)),
      background: key.seal('background', JSON.stringify(person.background)),
      notes: maybe('notes', draw.pick(notes), 0.6),
      ...{ takenOnAt: person.takenOnAt, createdAt: person.takenOnAt },
    })
    rows.profiles.push({
      ...{ orgId, candidateId, ...person.facts, waitingSince: person.waitingSince, updatedAt: past.start },
      matchable: person.state === 'active' && person.matching === 'given',
    })
    rows.consents.push(...matchingConsents(person, past, draw))
  }
  rows.exclusions.push(...exclusionsOf(people, firms, past, random))
  return rows
}

const languages: Record<string, string> = {
  ...{ NG: 'en', GM: 'en', SL: 'en' },
  ...{ CM: 'fr', CI: 'fr', GN: 'fr', ML: 'fr', TD: 'fr', CG: 'fr', CD: 'fr' },
  ...{ IQ: 'ar', SY: 'ar', YE: 'ar', XXA: 'ar', BR: 'es' },
}

/** What she answered about `purpose`, heard as people are asked here. */
export function consentOf(
  person: Person,
  answer: Pick<ConsentRow, 'purpose' | 'decision' | 'at'> & { subjectId?: string; text: string },
  draw: Random,
): ConsentRow {
  const { text, subjectId = null, ...rest } = answer
  return {
    ...{
      orgId: person.caseManager.orgId,
      id: draw.uuid<string>(),
      candidateId: person.id,
      subjectId,
      ...rest,
    },
    textHash: sha256(text),
    language: draw.chance(0.35) ? 'it' : (languages[person.background.nationality] ?? 'it'),
    withMediator: draw.chance(0.3),
    channel: draw.weighted([
      ['in_person', 6],
      ['phone', 3],
      ['message', 1],
    ]),
    recordedBy: person.caseManager.userId,
  }
}

function matchingConsents(person: Person, past: Past, draw: Random): ConsentRow[] {
  if (person.matching === 'not_asked') return []
  const asked = new Date(+person.takenOnAt + draw.int(1, 6) * 24 * HOUR)
  const at = asked < past.start ? asked : person.takenOnAt
  const row = (decision: ConsentRow['decision'], when: Date) =>
    consentOf(person, { purpose: 'matching', decision, at: when, text: matchingText }, draw)
  if (person.matching === 'refused') return [row('refused', at)]
  if (person.matching === 'given') return [row('given', at), ...saidAgain(person, at, past, draw)]
  const withdrawnAt = atLocal(addDays(past.today, -draw.int(3, 12)), '15:00')
  return [row('given', at), row('withdrawn', withdrawnAt > at ? withdrawnAt : past.start)]
}

/** A yes counts for a year: whoever said it long ago has said it again, many on their own phone. Some are due soon. */
function saidAgain(person: Person, first: Date, past: Past, draw: Random): ConsentRow[] {
  const at = atLocal(past.ago(draw.int(12, 350)), '15:30')
  if (+past.start - +first < 300 * DAY || at < first) return []
  const said = consentOf(person, { purpose: 'matching', decision: 'given', at, text: matchingText }, draw)
  if (draw.chance(0.5)) return [said]
  const language = visitLanguages.find((one) => one === said.language) ?? 'it'
  const words = { textHash: sha256(matchingWords(language)), textVersion: TEXT_VERSION }
  return [{ ...said, ...words, language, channel: 'own_device', withMediator: false }]
}

/** Some must or want to avoid a firm or a town. Nobody but her case manager ever learns of it. */
function exclusionsOf(
  people: readonly Person[],
  firms: readonly Firm[],
  past: Past,
  random: Random,
): PeopleRows['exclusions'] {
  const careful = random.some(
    people.filter(({ state }) => state === 'active'),
    9,
  )
  return careful.map((person, at) => {
    const firm = random.pick(firms.filter(({ lead }) => lead?.area === person.area))
    const values = { company: firm.id, vat: firm.row.vatId, town: firm.place.code }
    const kind = (['town', 'company', 'vat'] as const)[at % 3] ?? 'company'
    const createdAt = atLocal(addDays(localDate(person.takenOnAt), 1), '11:00')
    return {
      ...{ orgId: person.caseManager.orgId, candidateId: person.id, kind, value: values[kind] },
      createdAt: createdAt < past.start ? createdAt : past.start,
    }
  })
}
