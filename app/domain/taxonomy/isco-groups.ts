import type { Labels } from './labels.ts'

/**
 * ISCO-08 sub-major groups (two digits), all 43: an imported profession may fall in any. Where a profession would single a
 * person out, her card names its group instead. English follows the ILO's wording; the Italian is our own.
 */
export const iscoGroups = [
  { code: '01', it: 'Ufficiali delle forze armate', en: 'Commissioned armed forces officers' },
  { code: '02', it: 'Sottufficiali delle forze armate', en: 'Non-commissioned armed forces officers' },
  { code: '03', it: 'Truppa delle forze armate', en: 'Armed forces occupations, other ranks' },
  {
    code: '11',
    it: 'Direzione di enti e grandi imprese',
    en: 'Chief executives, senior officials and legislators',
  },
  { code: '12', it: 'Direzione amministrativa e commerciale', en: 'Administrative and commercial managers' },
  {
    code: '13',
    it: 'Direzione della produzione e dei servizi specializzati',
    en: 'Production and specialised services managers',
  },
  {
    code: '14',
    it: 'Direzione di alberghi, ristoranti e negozi',
    en: 'Hospitality, retail and other services managers',
  },
  { code: '21', it: 'Scienze e ingegneria', en: 'Science and engineering professionals' },
  { code: '22', it: 'Professioni sanitarie', en: 'Health professionals' },
  { code: '23', it: 'Insegnamento', en: 'Teaching professionals' },
  {
    code: '24',
    it: 'Professioni dell’amministrazione e del commercio',
    en: 'Business and administration professionals',
  },
  {
    code: '25',
    it: 'Professioni informatiche',
    en: 'Information and communications technology professionals',
  },
  {
    code: '26',
    it: 'Professioni giuridiche, sociali e culturali',
    en: 'Legal, social and cultural professionals',
  },
  {
    code: '31',
    it: 'Tecnici dell’industria e dell’ingegneria',
    en: 'Science and engineering associate professionals',
  },
  { code: '32', it: 'Tecnici della salute', en: 'Health associate professionals' },
  {
    code: '33',
    it: 'Tecnici dell’amministrazione e del commercio',
    en: 'Business and administration associate professionals',
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
  { code: '44', it: 'Altri lavori d’ufficio', en: 'Other clerical support workers' },
  { code: '51', it: 'Ristorazione, ospitalità e servizi alla persona', en: 'Personal service workers' },
  { code: '52', it: 'Vendita', en: 'Sales workers' },
  { code: '53', it: 'Assistenza alle persone', en: 'Personal care workers' },
  { code: '54', it: 'Vigilanza e protezione', en: 'Protective services workers' },
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
    code: '63',
    it: 'Agricoltura e pesca per il proprio sostentamento',
    en: 'Subsistence farmers, fishers, hunters and gatherers',
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
    code: '95',
    it: 'Vendita ambulante e servizi di strada',
    en: 'Street and related sales and service workers',
  },
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
