import { foldLabels } from '../fold-text.ts'
import { codeOfConcept, codeOfGroup, iscoOf } from './esco-code.ts'
import type { EscoFile, Pillar } from './esco-file.ts'

/** A row of a file by its headings. */
export type Fields = Readonly<Record<string, string>>

export type StagedConcept = {
  code: string
  uri: string
  label: string
  alt: string[]
  folded: string
  isco: string | null
}
export type StagedLink = {
  from: string
  kind: 'essential' | 'optional' | 'broader_skill' | 'broader_profession'
  to: string
}

/** A record, `null` for one that we have no use for, or the reason why the file can't be right. */
export type Read<T> = { is: T } | { is: null } | { fault: string }

/** ESCO's longest labels have some 200 characters. */
const LONGEST_LABEL = 500

/** What a decoder writes for a character that it could not read: the label was damaged before it came to us. */
const LOST = '\uFFFD'

const quoted = (text: string): string => `"${text.slice(0, 80)}"`

/** The alternative labels of a field that holds one a line: each once, without the preferred one. */
function alternatives(field: string, label: string): string[] {
  const lines = field.split(/\r?\n/).map((line) => line.trim())
  return [...new Set(lines)].filter((line) => line !== '' && line !== label)
}

/** A row of `skills_it.csv` and its like. Concepts that ESCO calls obsolete are not there. */
export function readConcept(fields: Fields, pillar: Pillar): Read<StagedConcept> {
  const { conceptUri: uri = '', status = '', altLabels = '', iscoGroup = '' } = fields
  const label = (fields.preferredLabel ?? '').trim()
  const code = codeOfConcept(uri, pillar)
  if (!code) return { fault: `conceptUri ${quoted(uri)} is not the URI of an ESCO ${pillar}` }
  if (status === 'obsolete') return { is: null }
  if (label === '') return { fault: 'preferredLabel is empty' }
  const alt = alternatives(altLabels, label)
  const wrong = [label, ...alt].find((each) => each.includes(LOST))
  if (wrong) return { fault: `${quoted(wrong)} holds characters that were lost in an earlier conversion` }
  if ([label, ...alt].some((each) => each.length > LONGEST_LABEL))
    return { fault: `a label has more than ${LONGEST_LABEL} characters` }
  const isco = pillar === 'occupation' ? iscoOf(iscoGroup) : null
  if (isco === undefined) return { fault: `iscoGroup ${quoted(iscoGroup)} is not an ISCO-08 unit group` }
  return { is: { code, uri, label, alt, folded: foldLabels([label, ...alt]), isco } }
}

function readRequirement({ occupationUri = '', relationType = '', skillUri = '' }: Fields): Read<StagedLink> {
  const from = codeOfConcept(occupationUri, 'occupation')
  const to = codeOfConcept(skillUri, 'skill')
  if (!from) return { fault: `occupationUri ${quoted(occupationUri)} is not the URI of an ESCO occupation` }
  if (!to) return { fault: `skillUri ${quoted(skillUri)} is not the URI of an ESCO skill` }
  if (relationType !== 'essential' && relationType !== 'optional')
    return { fault: `relationType ${quoted(relationType)} is neither essential nor optional` }
  return { is: { from, kind: relationType, to } }
}

const SINGLE = ['KnowledgeSkillCompetence', 'Occupation']

function readBroader(fields: Fields, pillar: Pillar): Read<StagedLink> {
  const { conceptType = '', conceptUri = '', broaderType = '', broaderUri = '' } = fields
  const codeOf = (type: string, uri: string) =>
    SINGLE.includes(type) ? codeOfConcept(uri, pillar) : codeOfGroup(uri)
  const from = codeOf(conceptType, conceptUri)
  const to = codeOf(broaderType, broaderUri)
  if (!from) return { fault: `conceptUri ${quoted(conceptUri)} is not the URI of a ${quoted(conceptType)}` }
  if (!to) return { fault: `broaderUri ${quoted(broaderUri)} is not the URI of a ${quoted(broaderType)}` }
  return { is: { from, kind: pillar === 'skill' ? 'broader_skill' : 'broader_profession', to } }
}

/** A row of a file of relations. */
export const readLink = (
  fields: Fields,
  file: Exclude<EscoFile, { content: 'concepts' }>,
): Read<StagedLink> =>
  file.content === 'requirements' ? readRequirement(fields) : readBroader(fields, file.pillar)
