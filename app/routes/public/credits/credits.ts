import { m } from '#app/locales/generated/messages.js'

/** Somebody else's work that we usedFor: whose, under which licence, for what. Their own words stay as they are. */
export type Credit = {
  name: string
  owner: string
  licence: string
  url: string
  usedFor: () => string
  said?: string
}

export const dataCredits: readonly Credit[] = [
  {
    name: 'ISTAT',
    owner: 'Istituto nazionale di statistica',
    licence: 'CC BY 4.0',
    url: 'https://www.istat.it',
    usedFor: m.public_credits_istat,
  },
  {
    name: 'GeoNames',
    owner: 'geonames.org',
    licence: 'CC BY 4.0',
    url: 'https://www.geonames.org',
    usedFor: m.public_credits_geonames,
  },
  {
    name: 'ESCO',
    owner: 'European Commission',
    licence: 'Decision 2011/833/EU',
    url: 'https://esco.ec.europa.eu',
    usedFor: m.public_credits_esco,
    said: 'This service uses the ESCO classification of the European Commission.',
  },
  {
    name: 'date-holidays',
    owner: 'commenthol',
    licence: 'ISC, CC BY 3.0',
    url: 'https://github.com/commenthol/date-holidays',
    usedFor: m.public_credits_holidays,
  },
]

export const designCredits: readonly Credit[] = [
  {
    name: 'Bootstrap Italia',
    owner: 'Designers Italia',
    licence: 'BSD-3-Clause',
    url: 'https://github.com/italia/bootstrap-italia',
    usedFor: m.public_credits_italia,
  },
  {
    name: 'Titillium Web',
    owner: 'Accademia di Belle Arti di Urbino',
    licence: 'SIL Open Font License 1.1',
    url: 'https://fonts.google.com/specimen/Titillium+Web',
    usedFor: m.public_credits_titillium,
  },
  {
    name: 'D3',
    owner: 'Mike Bostock',
    licence: 'ISC',
    url: 'https://d3js.org',
    usedFor: m.public_credits_charts,
  },
]
