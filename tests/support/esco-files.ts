import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Verbs, things and circumstances, Italian and English: labels of our own in the form of a taxonomy's. */
const verbs = [
  ...[
    ['lavare', 'wash'],
    ['pulire', 'clean'],
    ['tagliare', 'cut'],
    ['montare', 'assemble'],
    ['smontare', 'dismantle'],
  ],
  ...[
    ['controllare', 'check'],
    ['riparare', 'repair'],
    ['imballare', 'pack'],
    ['spostare', 'move'],
    ['pesare', 'weigh'],
  ],
  ...[
    ['misurare', 'measure'],
    ['disegnare', 'draw'],
    ['vendere', 'sell'],
    ['descrivere', 'describe'],
    ['curare', 'tend'],
  ],
  ...[
    ['scaldare', 'heat'],
    ['asciugare', 'dry'],
    ['colorare', 'dye'],
    ['cucire', 'sew'],
    ['saldare', 'weld'],
  ],
  ...[
    ['piegare', 'fold'],
    ['contare', 'count'],
    ['conservare', 'store'],
    ['consegnare', 'deliver'],
    ['ordinare', 'sort'],
  ],
  ...[
    ['innaffiare', 'water'],
    ['raccogliere', 'gather'],
    ['levigare', 'polish'],
    ['forare', 'drill'],
    ['lubrificare', 'grease'],
  ],
]
const things = [
  ...[
    ['piatti', 'plates'],
    ['tessuti', 'fabrics'],
    ['finestre', 'windows'],
    ['ruote', 'wheels'],
    ['cassette', 'crates'],
  ],
  ...[
    ['motori', 'engines'],
    ['cavi', 'cables'],
    ['mattoni', 'bricks'],
    ['assi', 'boards'],
    ['tubi', 'pipes'],
  ],
  ...[
    ['fiori', 'flowers'],
    ['ortaggi', 'vegetables'],
    ['mele', 'apples'],
    ['formaggi', 'cheeses'],
    ['pani', 'loaves'],
  ],
  ...[
    ['scaffali', 'shelves'],
    ['tappeti', 'carpets'],
    ['lenzuola', 'sheets'],
    ['camicie', 'shirts'],
    ['scarpe', 'shoes'],
  ],
  ...[
    ['sedie', 'chairs'],
    ['lampade', 'lamps'],
    ['viti', 'screws'],
    ['lamiere', 'metal sheets'],
    ['vetri', 'panes'],
  ],
  ...[
    ['bottiglie', 'bottles'],
    ['etichette', 'labels'],
    ['libri', 'books'],
    ['attrezzi', 'tools'],
    ['biciclette', 'bicycles'],
  ],
  ...[
    ['siepi', 'hedges'],
    ['alberi', 'trees'],
    ['recinti', 'fences'],
    ['pavimenti', 'floors'],
    ['pareti', 'walls'],
  ],
  ...[
    ['porte', 'doors'],
    ['serrature', 'locks'],
    ['tende', 'curtains'],
    ['materassi', 'mattresses'],
    ['divani', 'sofas'],
  ],
  ...[
    ['pompe', 'pumps'],
    ['filtri', 'filters'],
    ['valvole', 'valves'],
    ['bulloni', 'bolts'],
    ['catene', 'chains'],
  ],
  ...[
    ['sacchi', 'sacks'],
    ['pacchi', 'parcels'],
    ['barili', 'barrels'],
    ['vasi', 'pots'],
    ['cesti', 'baskets'],
  ],
]
const circumstances = [
  ...[
    ['a mano', 'by hand'],
    ['a macchina', 'by machine'],
    ['in squadra', 'in a team'],
    ['di notte', 'at night'],
  ],
  ...[
    ['all’aperto', 'outdoors'],
    ['in officina', 'in a workshop'],
    ['in cantiere', 'on a site'],
    ['in magazzino', 'in a store'],
  ],
  ...[
    ['per l’albergo', 'for the hotel'],
    ['per la mensa', 'for the canteen'],
    ['per la scuola', 'for the school'],
  ],
  ...[
    ['per l’ospedale', 'for the hospital'],
    ['su misura', 'to measure'],
    ['in serie', 'in series'],
    ['a freddo', 'cold'],
  ],
  ...[
    ['a caldo', 'hot'],
    ['con precisione', 'with precision'],
    ['in quota', 'at height'],
    ['in serra', 'in a greenhouse'],
  ],
  ['in cucina', 'in a kitchen'],
]

const wordOf = (list: readonly (readonly string[])[], index: number, english: boolean): string =>
  list[index % list.length]?.[english ? 1 : 0] ?? ''

/** The label of skill number `index`, below 30,000 each another. */
export function skillName(index: number, locale: 'it' | 'en'): string {
  const english = locale === 'en'
  const rest = Math.floor(index / verbs.length)
  const thing = wordOf(things, rest, english)
  const circumstance = wordOf(circumstances, Math.floor(rest / things.length), english)
  return `${wordOf(verbs, index, english)} ${thing} ${circumstance}`
}

export const occupationName = (index: number, locale: 'it' | 'en'): string =>
  locale === 'it'
    ? `addetto/a a ${skillName(index * 7, 'it')}`
    : `worker who can ${skillName(index * 7, 'en')}`

const uuid = (kind: string, index: number): string =>
  `${kind}0000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
export const skillCode = (index: number): string => uuid('a', index)
export const occupationCode = (index: number): string => uuid('b', index)
export const skillUri = (index: number): string => `http://data.europa.eu/esco/skill/${skillCode(index)}`
export const occupationUri = (index: number): string =>
  `http://data.europa.eu/esco/occupation/${occupationCode(index)}`

const quote = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/** Fields of a record by their headings. */
export type Overrides = Record<string, string | undefined>

/** CSV text of a heading and its records, as the official download writes it. */
export const csvOf = (heading: string, records: Iterable<Overrides>): string => {
  const columns = heading.split(',')
  const lines = [...records].map((record) => columns.map((column) => quote(record[column] ?? '')).join(','))
  return [heading, ...lines, ''].join('\n')
}

const SKILLS =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description'
const OCCUPATIONS =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code'
export const RELATIONS = 'occupationUri,relationType,skillType,skillUri'
export const BROADER = 'conceptType,conceptUri,broaderType,broaderUri'

const ISCO = ['9412', '5120', '9112', '7212', '8322', '2512', '0310']

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

type Only = { from?: number; override?: (index: number) => Overrides | null }

/** The concepts `from` … `count`; `override` changes the fields of one, or leaves it out with null. */
function concepts(
  count: number,
  { from = 0, override = () => ({}) }: Only,
  record: (index: number) => Overrides,
) {
  return range(count)
    .slice(from)
    .flatMap((index) => {
      const changed = override(index)
      return changed ? [{ ...record(index), ...changed }] : []
    })
}

export const skillsCsv = (count: number, locale: 'it' | 'en', only: Only = {}): string =>
  csvOf(
    SKILLS,
    concepts(count, only, (index) => ({
      conceptType: 'KnowledgeSkillCompetence',
      conceptUri: skillUri(index),
      skillType: 'skill/competence',
      preferredLabel: skillName(index, locale),
      altLabels: `${skillName(index, locale)} bene\nsaper ${skillName(index, locale)}`,
      status: 'released',
      description: `Prima riga, con una virgola.\nSeconda riga con "virgolette" di ${skillName(index, locale)}.`,
    })),
  )

export const occupationsCsv = (count: number, locale: 'it' | 'en', only: Only = {}): string =>
  csvOf(
    OCCUPATIONS,
    concepts(count, only, (index) => ({
      conceptType: 'Occupation',
      conceptUri: occupationUri(index),
      iscoGroup: ISCO[index % ISCO.length] ?? '',
      preferredLabel: occupationName(index, locale),
      altLabels: `${occupationName(index, locale)}, capo`,
      status: 'released',
      code: `9412.${index}`,
    })),
  )

/** For each occupation `perOccupation` skills, the first half of them essential. */
export const relationsCsv = (occupations: number, skills: number, perOccupation: number): string =>
  csvOf(
    RELATIONS,
    range(occupations).flatMap((from) =>
      range(perOccupation).map((at) => ({
        occupationUri: occupationUri(from),
        relationType: at < perOccupation / 2 ? 'essential' : 'optional',
        skillType: 'skill/competence',
        skillUri: skillUri((from * 7 + at) % skills),
      })),
    ),
  )

/** Every skill but the first below another, ten to one, and the first below a group. */
export const broaderSkillsCsv = (skills: number): string =>
  csvOf(
    BROADER,
    range(skills).map((index) => ({
      conceptType: 'KnowledgeSkillCompetence',
      conceptUri: skillUri(index),
      broaderType: index === 0 ? 'SkillGroup' : 'KnowledgeSkillCompetence',
      broaderUri: index === 0 ? 'http://data.europa.eu/esco/skill/S1.2.3' : skillUri(Math.floor(index / 10)),
    })),
  )

/** Files in a new folder of the system's temporary one. */
export function escoFolder(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'esco-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

export type Size = { skills: number; occupations: number; perOccupation: number }

/** A whole download of a size, in both languages. */
export const wholeDownload = ({ skills, occupations, perOccupation }: Size): Record<string, string> => ({
  'skills_it.csv': skillsCsv(skills, 'it'),
  'skills_en.csv': skillsCsv(skills, 'en'),
  'occupations_it.csv': occupationsCsv(occupations, 'it'),
  'occupations_en.csv': occupationsCsv(occupations, 'en'),
  'occupationSkillRelations.csv': relationsCsv(occupations, skills, perOccupation),
  'broaderRelationsSkillPillar.csv': broaderSkillsCsv(skills),
})
