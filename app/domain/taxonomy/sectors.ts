import type { Labels } from './labels.ts'

/**
 * Which classification the division numbers below belong to: ATECO 2025, the Italian version of NACE Rev.
 * 2.1, in use since 1 April 2025. It has no division 45: trade in vehicles went to 46 and 47, their repair to
 * 95. Numbers of ATECO 2007 must be converted before they are looked up here.
 *
 * Branches of work as people of the territory name them. An ATECO division belongs to one sector at most. */
export const sectors = [
  { code: 'food-service', it: 'Ristorazione e bar', en: 'Restaurants and bars', ateco: ['56'] },
  { code: 'hotels', it: 'Alberghi e turismo', en: 'Hotels and tourism', ateco: ['55', '79'] },
  { code: 'food-industry', it: 'Industria alimentare', en: 'Food industry', ateco: ['10', '11', '12'] },
  {
    code: 'agriculture',
    it: 'Agricoltura, vigneti e verde',
    en: 'Farming and green care',
    ateco: ['01', '02', '03'],
  },
  {
    code: 'cleaning',
    it: 'Pulizie e servizi agli edifici',
    en: 'Cleaning and building services',
    ateco: ['81'],
  },
  {
    code: 'care',
    it: 'Assistenza e lavoro domestico',
    en: 'Care and domestic work',
    ateco: ['86', '87', '97'],
  },
  {
    code: 'education-social',
    it: 'Infanzia, istruzione, cultura e servizi sociali',
    en: 'Childcare, education, culture and social services',
    ateco: ['85', '88', '90', '91', '92', '93', '94'],
  },
  {
    code: 'logistics',
    it: 'Magazzino e trasporti',
    en: 'Warehousing and transport',
    ateco: ['49', '50', '51', '52', '53'],
  },
  { code: 'retail', it: 'Commercio', en: 'Trade', ateco: ['46', '47'] },
  {
    code: 'textiles',
    it: 'Tessile, moda e cuoio',
    en: 'Textiles, fashion and leather',
    ateco: ['13', '14', '15'],
  },
  { code: 'wood-furniture', it: 'Legno e arredamento', en: 'Wood and furniture', ateco: ['16', '31'] },
  {
    code: 'construction',
    it: 'Edilizia, impianti e cave',
    en: 'Building, building systems and quarries',
    ateco: ['05', '06', '07', '08', '09', '41', '42', '43'],
  },
  {
    code: 'metal',
    it: 'Metalmeccanica',
    en: 'Metal and mechanical engineering',
    ateco: ['24', '25', '28', '29', '30', '33'],
  },
  {
    code: 'electronics',
    it: 'Elettronica ed elettrotecnica',
    en: 'Electronics and electrical goods',
    ateco: ['26', '27'],
  },
  {
    code: 'plastics-printing',
    it: 'Plastica, chimica, carta e stampa',
    en: 'Plastics, chemicals, paper and printing',
    ateco: ['17', '18', '19', '20', '21', '22', '23', '32'],
  },
  {
    code: 'environment',
    it: 'Ambiente, energia e riciclo',
    en: 'Environment, energy and recycling',
    ateco: ['35', '36', '37', '38', '39'],
  },
  {
    code: 'personal-services',
    it: 'Servizi alla persona e riparazioni',
    en: 'Personal services and repairs',
    ateco: ['95', '96'],
  },
  {
    code: 'office-it',
    it: 'Uffici, informatica e servizi alle imprese',
    en: 'Offices, IT and business services',
    ateco: [
      ...['58', '59', '60', '61', '62', '63', '64', '65', '66', '68', '69', '70', '71', '72', '73'],
      ...['74', '75', '77', '78', '80', '82', '84'],
    ],
  },
] as const satisfies ReadonlyArray<Labels & { code: string; ateco: readonly string[] }>

export type Sector = (typeof sectors)[number]
export type SectorCode = Sector['code']

const byCode = new Map<string, Sector>(sectors.map((sector) => [sector.code, sector]))

/** The sector with this code. */
export const sectorByCode = (code: string): Sector | undefined => byCode.get(code)
