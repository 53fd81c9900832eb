import type { Pillar } from './esco-file.ts'

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const CONCEPT = new RegExp(`^https?://data\\.europa\\.eu/esco/(skill|occupation)/(${UUID})$`, 'i')
const GROUP = /^https?:\/\/data\.europa\.eu\/esco\/(?:skill|isco|isced-f)\/([A-Za-z0-9][A-Za-z0-9.]{0,15})$/

/** The code of a concept: the UUID at the end of its URI. Undefined for what is no URI of that tree. */
export function codeOfConcept(uri: string, pillar: Pillar): string | undefined {
  const [, tree, uuid] = CONCEPT.exec(uri) ?? []
  return tree?.toLowerCase() === pillar ? uuid?.toLowerCase() : undefined
}

/** The code of a group above the concepts, which is in no list of ours: `group:S1.2.3`, `group:C9412`. */
export function codeOfGroup(uri: string): string | undefined {
  const end = GROUP.exec(uri)?.[1] ?? CONCEPT.exec(uri)?.[2]?.toLowerCase()
  return end && `group:${end}`
}

/** The ISCO-08 unit group as ESCO writes it, with or without its `C`. */
export const iscoOf = (group: string): string | undefined => /^C?(\d{4})$/.exec(group)?.[1]
