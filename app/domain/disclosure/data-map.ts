import { columnClasses, type ColumnClass } from './column-classes.ts'

type Table = keyof typeof columnClasses
type About = { holds: string; kept: string }

const WITH_HER = 'as long as the person’s file'

/** What each table about persons is for, and how long it is kept: a table without a line does not compile. */
const about: Record<Table, About> = {
  candidates: {
    holds: 'who a person is, sealed; the code that the network calls her by; who follows her',
    kept: 'asked about after 12 months without contact, erased after 24, or when she asks',
  },
  candidate_keys: { holds: 'the key that opens her sealed columns, itself wrapped', kept: WITH_HER },
  candidate_files: { holds: 'her curriculum, one file, sealed', kept: WITH_HER },
  profiles: { holds: 'what work fits her life, without who she is', kept: WITH_HER },
  match_profiles: { holds: 'the same, narrowed to what the engine compares', kept: WITH_HER },
  match_changes: { holds: 'profiles to be compared again', kept: 'until the engine has read them' },
  candidate_exclusions: { holds: 'what she must or wants to avoid', kept: WITH_HER },
  consents: { holds: 'every yes, no and withdrawal, never changed', kept: WITH_HER },
  candidate_visits: {
    holds: 'codes that opened her own pages, as hashes',
    kept: 'removed by the job of the day once they are over',
  },
  candidate_questions: {
    holds: 'openings she was asked about, with the card as it was',
    kept: 'ninety days after the opening closed, or as long as what the card showed',
  },
  candidate_requests: { holds: 'her requests for her data or their erasure', kept: WITH_HER },
  proposals: { holds: 'the only link between a person and a card', kept: WITH_HER },
  disclosures: {
    holds: 'everything ever said of her to a company, with the k it had',
    kept: 'counted for 24 months, then with her file',
  },
  standing_matches: { holds: 'openings that fit her today', kept: 'until they no longer do' },
  erasures: {
    holds: 'certificates of erasure, without anything of the person but an id that leads nowhere',
    kept: 'as proof, and to repeat the erasure on a restored backup',
  },
  meetings: {
    holds: 'which company was to meet her, where, when and under which of her names; never the name itself',
    kept: WITH_HER,
  },
  contract_links: {
    holds: 'what of her a company may open for a contract, how often and until when',
    kept: 'what was asked for the contract alone until its link ends, seven days and an hour at most; the rest with her file',
  },
  glass_breaks: {
    holds: 'who asked to read her file in an emergency, why, and who allowed it for an hour',
    kept: WITH_HER,
  },
  placements: { holds: 'internships and jobs that began', kept: WITH_HER },
  match_reviews: { holds: 'who looked at which match, and what was set aside and why', kept: WITH_HER },
  cards: { holds: 'what a company was sent and answered', kept: 'its content ninety days after its end' },
  card_attributes: { holds: 'what a card says', kept: 'ninety days after the card’s end' },
}

const readers: Record<ColumnClass, string> = {
  card: 'the company that a card went to, only what the card says; the person’s own organisation',
  stage2: 'her own organisation; a company at the meeting, with her yes for that company',
  stage3: 'her own organisation; a company at the contract, by a link that ends',
  internal: 'the network alone, each organisation its own people',
  sealed: 'her own organisation alone, encrypted with her own key at rest',
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
]

/** The columns of a table by their class, in the order of the classes. */
const columnsOf = (name: Table): string[][] =>
  (Object.keys(readers) as ColumnClass[]).flatMap((kind) => {
    const columns = Object.entries<ColumnClass>(columnClasses[name]).filter(([, each]) => each === kind)
    return columns.length === 0 ? [] : [[kind, columns.map(([column]) => `\`${column}\``).join(', ')]]
  })

/** The map of all data about persons, in Markdown, made of the classes that the build checks the schema against. */
export function dataMap(): string {
  const names = Object.keys(columnClasses) as Table[]
  return [
    '# Data map',
    '',
    'Every table about persons, what it is for, how long it is kept, and who may ever learn what stands in each column. Made by',
    '`npm run data-map` from `app/domain/disclosure/column-classes.ts`; `tests/contract/column-classes.test.ts` holds that list',
    'against the database, `tests/privacy/documents.test.ts` this page against the list.',
    '',
    '## Classes',
    '',
    ...table(['class', 'who reads it'], Object.entries(readers)),
    ...names.flatMap((name) => [
      '',
      `## ${name}`,
      '',
      `Holds ${about[name].holds}. Kept: ${about[name].kept}.`,
      '',
      ...table(['class', 'columns'], columnsOf(name)),
    ]),
    '',
  ].join('\n')
}
