import { bitCount, weekBytes } from '#app/domain/match-engine/compile/words.ts'
import { Dictionaries } from '#app/domain/match-engine/compile/dictionaries.ts'
import { compileOpening, dayNumber } from '#app/domain/match-engine/compile/compile-opening.ts'
import { pointTables } from '#app/domain/match-engine/compile/point-tables.ts'
import { STATES_PROFESSIONS, STATES_SECTORS, needsOf, VEHICLE } from '#app/domain/match-engine/fact-bits.ts'
import { defaultWeights, earned, SLACK_FULL_HOURS } from '#app/domain/matching/score.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { licenceCategories, licenceCovers } from '#app/domain/taxonomy/licences.ts'
import { demandCodes } from '#app/domain/taxonomy/demands.ts'
import { people, TODAY, townAt, type Person } from './population.ts'
import { Top } from './top.ts'

const WORDS = 11
const NEVER = 32_767

/** Everybody's bits as in `match_profiles`, written here a second time, so that a fault of the product's shows. */
function factsOf(one: Person): bigint {
  const licences = licenceCategories.reduce(
    (bits, asked, at) => (licenceCovers(one.licences, asked) ? bits | (1n << BigInt(at)) : bits),
    0n,
  )
  const aims = one.aims.reduce((bits, kind) => bits | needsOf({ ...nothing, kind }).aim, 0n)
  const able = demandCodes.filter((demand) => !one.limits.includes(demand))
  const level = (held: number, at: bigint) => ((1n << BigInt(held)) - 1n) << at
  return (
    licences |
    (one.hasVehicle ? VEHICLE : 0n) |
    level(one.italianSpoken, 16n) |
    level(one.italianWritten, 22n) |
    aims |
    needsOf({ ...nothing, kind: 'job', demands: able }).demands |
    (one.preferredSectors.length > 0 ? STATES_SECTORS : 0n) |
    (one.preferredProfessions.length > 0 ? STATES_PROFESSIONS : 0n)
  )
}
const nothing = {
  ...{ licences: [], needsVehicle: false, demands: [], kind: 'job' as const },
  ...{ italianSpoken: 0 as const, italianWritten: 0 as const },
}

function permitOf({ permitUntil, renewalUnderWay, freeFrom, mayWorkFrom }: Person): number {
  if (permitUntil === null || renewalUnderWay) return NEVER
  return permitUntil <= freeFrom || permitUntil <= mayWorkFrom ? -NEVER : dayNumber(permitUntil)
}

/**
 * The floor of every engine: all the same facts in typed arrays of one process, one scan, no database. Nothing of it is
 * of use to the product, which may not hold everybody in the memory of each process.
 */
export class Floor {
  readonly ids: string[] = []
  private readonly available: Uint32Array
  private readonly wider: Uint32Array
  private readonly low: Uint32Array
  private readonly high: Uint32Array
  private readonly town: Uint16Array
  private readonly maxKm: Uint16Array
  private readonly days: Int16Array
  private readonly minPay: Int32Array
  private readonly codesAt: Uint32Array
  private codes: Uint16Array
  private readonly words = new Dictionaries()
  private readonly avoiding = new Map<string, Set<number>>()

  constructor(size: number) {
    this.available = new Uint32Array(size * WORDS)
    this.wider = new Uint32Array(size * WORDS)
    this.low = new Uint32Array(size)
    this.high = new Uint32Array(size)
    this.town = new Uint16Array(size)
    this.maxKm = new Uint16Array(size)
    this.days = new Int16Array(size * 4)
    this.minPay = new Int32Array(size)
    this.codesAt = new Uint32Array(size + 1)
    this.codes = new Uint16Array(size * 24)
    let at = 0
    for (const one of people(size)) this.add(one, at++)
    this.codes = this.codes.slice(0, this.codesAt[size])
  }

  private add(one: Person, at: number): void {
    this.ids.push(one.candidateId)
    new Uint8Array(this.available.buffer).set(one.available, at * WORDS * 4)
    new Uint8Array(this.wider.buffer).set(one.wider, at * WORDS * 4)
    const facts = factsOf(one)
    this.low[at] = Number(facts & 0xffffffffn)
    this.high[at] = Number(facts >> 32n)
    this.town[at] = one.town
    this.maxKm[at] = one.maxKm
    this.days.set(
      [dayNumber(one.freeFrom), dayNumber(one.mayWorkFrom), permitOf(one), dayNumber(one.waitingSince)],
      at * 4,
    )
    this.minPay[at] = one.minPayCents
    let end = this.codesAt[at] ?? 0
    const held = Object.entries(one.skills).flatMap(([code, level]) =>
      Array.from({ length: level }, (_, each) => `s:${code}:${each + 1}`),
    )
    const wished = [
      ...one.planSkills.map((code) => `g:${code}`),
      ...one.preferredProfessions.map((code) => `p:${code}`),
      ...one.preferredSectors.map((code) => `w:${code}`),
    ]
    for (const code of [...held, ...wished]) this.codes[end++] = this.codeId(code)
    this.codesAt[at + 1] = end
    this.words.addArea(one.town + 1, townAt(one.town) ?? { lat: 0, lng: 0 })
    for (const { value } of one.exclusions) {
      const who = this.avoiding.get(value) ?? new Set()
      this.avoiding.set(value, who.add(at))
    }
  }

  private codeId(code: string): number {
    const known = this.words.codes.get(code)
    if (known !== undefined) return known
    this.words.addCode(this.words.codes.size, code)
    return this.words.codes.size - 1
  }

  /** How many bytes somebody takes. */
  get bytesEach(): number {
    const arrays = [this.available, this.wider, this.low, this.high, this.town, this.maxKm, this.days]
    const bytes = [...arrays, this.minPay, this.codesAt, this.codes].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    )
    return bytes / this.ids.length
  }

  /** The twenty best of those an opening admits, and how many it admits. */
  match(opening: MatchOpening): { top: { id: string; hundredths: number }[]; admitted: number } {
    const compiled = compileOpening(opening, this.words, TODAY)
    const tables = pointTables(compiled, this.words)
    const { licences, vehicle, language, aim, demands } = compiled.needs
    const need = licences | vehicle | language | aim | demands
    const low = Number(need & 0xffffffffn)
    const high = Number(need >> 32n)
    const option = opening.shiftOptions[0]
    if (option?.type !== 'fixed') throw new Error('the benchmark asks for fixed shifts')
    const mask = new Uint32Array(weekBytes(option.mask).buffer)
    const used = [...mask.keys()].filter((at) => mask[at] !== 0)
    const taken = mask.reduce((sum, word) => sum + bitCount(word), 0) / 2
    const { available, wider, town, maxKm, days, minPay, codes, codesAt } = this
    const weeks = opening.childcareProvided ? wider : available
    const { needKm, payCents, earliest } = compiled
    const latest = compiled.over ? -NEVER : compiled.latest
    const gain = new Int16Array(this.words.codes.size)
    for (const { id, sixths } of tables.desired.flat()) if (id >= 0) gain[id] = (gain[id] ?? 0) + sixths
    const avoided = this.avoiding.get(opening.place.townCode)
    const top = new Top(20)
    let admitted = 0
    next: for (let at = 0; at < town.length; at++) {
      if ((needKm[town[at] ?? 0] ?? NEVER) > (maxKm[at] ?? 0)) continue
      if (((this.low[at] ?? 0) & low) >>> 0 !== low || ((this.high[at] ?? 0) & high) >>> 0 !== high) continue
      if ((days[at * 4] ?? 0) > latest || (days[at * 4 + 1] ?? 0) > latest) continue
      if ((days[at * 4 + 2] ?? 0) <= earliest || (minPay[at] ?? 0) > payCents) continue
      const week = at * WORDS
      for (const word of used) if (((mask[word] ?? 0) & ~(weeks[week + word] ?? 0)) !== 0) continue next
      const from = codesAt[at] ?? 0
      const to = codesAt[at + 1] ?? 0
      required: for (const code of compiled.required) {
        for (let each = from; each < to; each++) if (codes[each] === code) continue required
        continue next
      }
      if (avoided?.has(at)) continue
      admitted++
      let hours = 0
      for (let word = 0; word < WORDS; word++) hours += bitCount(weeks[week + word] ?? 0)
      let covered = 0
      let sector = 0
      let profession = 0
      let growth = 0
      for (let each = from; each < to; each++) {
        const code = codes[each] ?? 0
        covered += gain[code] ?? 0
        if (code === tables.sector) sector = 2
        if (code === tables.profession) profession = 2
        if (tables.teaches.includes(code)) growth = tables.growth
      }
      const facts = this.high[at] ?? 0
      if (!(facts & Number(STATES_SECTORS >> 32n))) sector = 1
      if (!(facts & Number(STATES_PROFESSIONS >> 32n))) profession = 1
      const waited = Math.max(0, Math.min(365, dayNumber(TODAY) - (days[at * 4 + 3] ?? 0)))
      top.push(
        (tables.skills[covered] ?? 0) +
          (tables.preferences[sector + profession] ?? 0) +
          (tables.closeness[town[at] ?? 0] ?? 0) +
          (tables.waiting[waited] ?? 0) +
          earned(Math.min(1, (hours / 2 - taken) / SLACK_FULL_HOURS), defaultWeights.slack) +
          growth,
        days[at * 4 + 3] ?? 0,
        at,
        this.ids[at] ?? '',
      )
    }
    return {
      top: top.best().map(({ at, points }) => ({ id: this.ids[at] ?? '', hundredths: points })),
      admitted,
    }
  }
}
