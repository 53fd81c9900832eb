import type { Labels } from './labels.ts'

/**
 * ISCO-08 sub-major groups (two digits) of the professions we list. Where a profession would single a person
 * out, her card names its group instead. English follows the ILO's wording; the Italian is our own.
 */
export const iscoGroups = [
  {
    code: '31',
    it: 'Tecnici dell’industria e dell’ingegneria',
    en: 'Science and engineering associate professionals',
  },
  {
    code: '34',
    it: 'Tecnici dei servizi sociali e culturali',
    en: 'Legal, social, cultural and related associate professionals',
  },
  { code: '35', it: 'Tecnici informatici', en: 'Information and communications technicians' },
  { code: '41', it: 'Lavoro d’ufficio', en: 'General and keyboard clerks' },
  { code: '42', it: 'Servizi di sportello e assistenza clienti', en: 'Customer services clerks' },
  { code: '43', it: 'Contabilità e gestione dei materiali', en: 'Numerical and material recording clerks' },
  { code: '51', it: 'Ristorazione, ospitalità e servizi alla persona', en: 'Personal service workers' },
  { code: '52', it: 'Vendita', en: 'Sales workers' },
  { code: '53', it: 'Assistenza alle persone', en: 'Personal care workers' },
  {
    code: '61',
    it: 'Agricoltura e giardinaggio specializzati',
    en: 'Market-oriented skilled agricultural workers',
  },
  {
    code: '62',
    it: 'Lavoro forestale specializzato',
    en: 'Market-oriented skilled forestry, fishery and hunting workers',
  },
  {
    code: '71',
    it: 'Edilizia e finiture',
    en: 'Building and related trades workers, excluding electricians',
  },
  { code: '72', it: 'Metalmeccanica e manutenzione', en: 'Metal, machinery and related trades workers' },
  { code: '73', it: 'Artigianato e stampa', en: 'Handicraft and printing workers' },
  { code: '74', it: 'Elettricità ed elettronica', en: 'Electrical and electronic trades workers' },
  {
    code: '75',
    it: 'Artigianato alimentare, del legno e dell’abbigliamento',
    en: 'Food processing, wood working, garment and other craft and related trades workers',
  },
  { code: '81', it: 'Conduzione di macchine e impianti', en: 'Stationary plant and machine operators' },
  { code: '82', it: 'Montaggio e assemblaggio', en: 'Assemblers' },
  { code: '83', it: 'Guida di veicoli e mezzi mobili', en: 'Drivers and mobile plant operators' },
  { code: '91', it: 'Pulizie', en: 'Cleaners and helpers' },
  { code: '92', it: 'Lavoro agricolo e forestale', en: 'Agricultural, forestry and fishery labourers' },
  {
    code: '93',
    it: 'Lavoro generico in produzione, edilizia e magazzino',
    en: 'Labourers in mining, construction, manufacturing and transport',
  },
  { code: '94', it: 'Aiuto in cucina e preparazione dei cibi', en: 'Food preparation assistants' },
  {
    code: '96',
    it: 'Raccolta rifiuti, consegne e altri servizi',
    en: 'Refuse workers and other elementary workers',
  },
] as const satisfies ReadonlyArray<Labels & { code: string }>

export type IscoGroup = (typeof iscoGroups)[number]

const byCode = new Map<string, IscoGroup>(iscoGroups.map((group) => [group.code, group]))

/** The ISCO-08 sub-major group of a unit group ("9412") or of its own code ("94"). */
export const iscoGroupOf = (isco: string): IscoGroup | undefined => byCode.get(isco.slice(0, 2))
