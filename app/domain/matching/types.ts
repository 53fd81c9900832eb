import type { Coordinates } from '#app/domain/places/distance.ts'
import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import type { Demand } from '#app/domain/taxonomy/demands.ts'
import type { LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import type { WeekMask } from './week.ts'

export const openingKinds = ['training', 'trial', 'internship', 'job'] as const
export type OpeningKind = (typeof openingKinds)[number]

/** 1 basic, 2 independent, 3 expert. */
export type SkillLevel = 1 | 2 | 3

/** A day, 'YYYY-MM-DD', in Europe/Rome. Days compare as strings. */
export type IsoDate = string

/** All of a fixed option must be workable; of a flexible one, `hoursPerWeek` hours inside the window. */
export type ShiftOption =
  | { type: 'fixed'; mask: WeekMask }
  | { type: 'flexible'; window: WeekMask; hoursPerWeek: number }

export type RequiredSkill = { code: string; level: SkillLevel }

/** `weight` is a whole number from 1, relative to the other desired skills of the same opening. */
export type DesiredSkill = { code: string; level: SkillLevel; weight: number }

/** The facts of an opening that a match reads, and no others. */
export type MatchOpening = {
  openingId: string
  companyId: string
  /** As written in the register, digits only; null for a company without one. */
  companyVatId: string | null
  /** Keys of the names of whoever was ever one of its contacts, as `app.person_key` makes them: small letters, words in order. */
  companyPeople: readonly string[]
  kind: OpeningKind
  sector: string
  professionCode: string
  /** At least one; with none, nobody fits. */
  shiftOptions: readonly ShiftOption[]
  childcareProvided: boolean
  requiredSkills: readonly RequiredSkill[]
  desiredSkills: readonly DesiredSkill[]
  /** Codes of the skills that the work teaches. */
  teaches: readonly string[]
  /** Driving categories, all of them asked. */
  licences: readonly LicenceCategory[]
  needsVehicle: boolean
  /** Level asked, 0 for none; so for written. */
  italianSpoken: CefrLevel
  italianWritten: CefrLevel
  place: Coordinates & { townCode: string }
  transportProvided: boolean
  lodgingProvided: boolean
  startFrom: IsoDate
  startLatest: IsoDate
  /** Monthly pay or indemnity in euro cents; null where the company has not said, or pays nothing. */
  payMonthlyCents: number | null
  demands: readonly Demand[]
}

/** What a candidate must or wants to avoid: a company's id, a VAT id, the key of the name of one of a company's people, or a town's code. */
export type Exclusion = { kind: 'company' | 'vat' | 'person' | 'town'; value: string }

/** The facts of a candidate that a match reads, and no others. */
export type MatchProfile = {
  candidateId: string
  orgId: string
  /** Half-hours she can be at work today. */
  available: WeekMask
  /** `available` and the half-hours that childcare would add. */
  withChildcare: WeekMask
  /** Level held, by skill code. */
  skills: Readonly<Record<string, SkillLevel>>
  licences: readonly LicenceCategory[]
  hasVehicle: boolean
  italianSpoken: CefrLevel
  italianWritten: CefrLevel
  area: Coordinates
  maxKm: number
  /** First day she may lawfully work; '9999-12-31' for a person who may not and has no date yet. */
  mayWorkFrom: IsoDate
  /** Expiry of the permit, null for one without end and for citizens. */
  permitUntil: IsoDate | null
  renewalUnderWay: boolean
  /** First day she is free of courses and other commitments. */
  freeFrom: IsoDate
  /** The least she can live on a month, in euro cents; 0 for no minimum. */
  minPayCents: number
  aims: readonly OpeningKind[]
  limits: readonly Demand[]
  preferredSectors: readonly string[]
  preferredProfessions: readonly string[]
  /** Codes of the skills that her plan wants her to gain. */
  planSkills: readonly string[]
  waitingSince: IsoDate
  exclusions: readonly Exclusion[]
}
