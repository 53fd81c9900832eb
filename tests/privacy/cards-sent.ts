import fc from 'fast-check'
import { fullCard, type AskedFacts, type CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { chooseCard, fallBacks, union } from '#app/domain/disclosure/hold-back.ts'
import type { Province } from '#app/domain/places/areas.ts'
import { groupOfProfession } from '#app/domain/taxonomy/vocabulary.ts'
import { alike } from '#tests/support/alike.ts'
import type { Somebody } from './fair-job.ts'

/** Somebody is put forward for an opening that asks something of her; before it, she may have moved or learnt Italian. */
export type Step = {
  who: number
  /** How many of her skills are asked, one more that perhaps she lacks, and whether a licence B is. */
  skills: number
  level: number
  licence: boolean
  moves: Province | null
  learns: boolean
}

/** Few people are put forward again and again: what adds up is what is tried. */
const sequences = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 4 }),
    skills: fc.integer({ min: 0, max: 4 }),
    level: fc.integer({ min: 1, max: 3 }),
    licence: fc.boolean(),
    moves: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom<Province>('TO', 'NO', 'CN')),
    learns: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
)

/** A seed of a network, who of it comes first, and up to ten cards. */
export const scenes = fc.record({ seed: fc.uuid(), first: fc.nat(99), steps: sequences })

export type Sent = { person: Somebody; card: CardAttribute[]; k: number }

/** What the opening of a step asks of somebody. */
export const askedOf = ({ facts }: Somebody, { skills, level, licence }: Step): AskedFacts => ({
  skills: Object.keys(facts.skills)
    .slice(0, skills)
    .map((code) => ({ code, level })),
  licences: licence ? ['B'] : [],
})

function live(person: Somebody, { moves, learns }: Step): void {
  if (moves) person.facts.province = moves
  if (learns) person.facts.italianSpoken = Math.min(6, person.facts.italianSpoken + 1)
}

/**
 * Sends the cards of a scene as the product does, with its own ladder and choice; only the count is taken in memory.
 * `after` sees each card with everything that was shown of its person by then.
 */
export function sendAll(
  people: readonly Somebody[],
  first: number,
  steps: readonly Step[],
  after: (sent: Sent, shown: readonly CardAttribute[]) => void,
): Sent[] {
  const network = people.map(({ facts }) => facts)
  const pool = { people: people.length, organisations: new Set(people.map(({ orgId }) => orgId)).size }
  const shown = new Map<Somebody, CardAttribute[]>()
  return steps.flatMap((step) => {
    const person = people[(first + step.who) % people.length]
    if (!person) return []
    live(person, step)
    const full = fullCard(person.facts, askedOf(person, step))
    const past = shown.get(person) ?? []
    const counts = fallBacks(full).map((card) => alike(union(past, card), person.candidateId, network))
    const choice = chooseCard(full, counts, pool)
    if (!choice.sendable) return []
    const all = union(past, choice.card)
    shown.set(person, all)
    const sent = { person, card: choice.card, k: choice.k }
    after(sent, all)
    return [sent]
  })
}

const keyOf = ({ attribute, value }: CardAttribute): string => `${attribute}=${value}`

/**
 * Whom somebody who knows every profile by heart can't tell apart from the person that some statements are about: those of
 * whom a card that was asked for exactly this could say all of it, and herself.
 */
export function suspects(
  shown: readonly CardAttribute[],
  person: Somebody,
  people: readonly Somebody[],
): Somebody[] {
  const values = (name: CardAttribute['attribute']) =>
    shown.filter(({ attribute }) => attribute === name).map(({ value }) => value)
  const asked: AskedFacts = {
    skills: values('skill').map((value) => {
      const [code = '', level] = value.split(':')
      return { code, level: Number(level) }
    }),
    licences: values('licence') as AskedFacts['licences'],
  }
  return people.filter((each) => {
    if (each === person) return true
    const sayable = new Set(fullCard(each.facts, asked).map(keyOf))
    sayable.add(`profession_group=${groupOfProfession(each.facts.professionCode)}`)
    return shown.every((one) => sayable.has(keyOf(one)))
  })
}
