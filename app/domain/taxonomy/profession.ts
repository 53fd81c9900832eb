import type { Labels } from './labels.ts'
import type { SectorCode } from './sectors.ts'

/**
 * A kind of work as job advertisements name it. `isco` is the ISCO-08 unit group it falls in; several
 * professions may share one. `skills` are suggested to who fills a form, never assumed of a person. `esco` is the URI of
 * the occupation of ESCO that is the same, where there is one (docs/decisions/009).
 */
export type Profession = Labels & {
  code: string
  isco: string
  sector: SectorCode
  skills: readonly string[]
  esco?: string
}
