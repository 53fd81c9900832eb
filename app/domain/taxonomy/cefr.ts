import type { Labels } from './labels.ts'

/**
 * Levels of the Common European Framework of Reference for Languages, as numbers so that "at least" is `>=`.
 * A0 is what the framework's Companion Volume (2020) calls Pre-A1.
 */
export const cefrLevels = [
  { value: 0, code: 'A0', it: 'Pre-A1: poche parole', en: 'Pre-A1: a few words' },
  { value: 1, code: 'A1', it: 'A1: frasi semplici', en: 'A1: simple phrases' },
  {
    value: 2,
    code: 'A2',
    it: 'A2: scambi brevi su cose note',
    en: 'A2: short exchanges on familiar matters',
  },
  {
    value: 3,
    code: 'B1',
    it: 'B1: se la cava nella vita e sul lavoro',
    en: 'B1: gets by in daily life and at work',
  },
  { value: 4, code: 'B2', it: 'B2: conversa con scioltezza', en: 'B2: converses with ease' },
  { value: 5, code: 'C1', it: 'C1: usa la lingua con efficacia', en: 'C1: uses the language effectively' },
  { value: 6, code: 'C2', it: 'C2: padronanza piena', en: 'C2: full mastery' },
] as const satisfies ReadonlyArray<Labels & { value: number; code: string }>

export type CefrLevel = (typeof cefrLevels)[number]['value']
export type CefrCode = (typeof cefrLevels)[number]['code']

/** The short name of a level: 3 is `B1`. */
export const cefrCode = (level: CefrLevel): CefrCode => cefrLevels[level].code

/** The number of a level by its short name, whatever the capitals; `undefined` for anything else. */
export const cefrLevelOf = (code: string): CefrLevel | undefined =>
  cefrLevels.find((level) => level.code === code.trim().toUpperCase())?.value
