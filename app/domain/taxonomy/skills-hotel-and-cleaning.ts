import type { Skill } from './skill.ts'

/** Hotels, cleaning, laundry. */
export const hotelAndCleaningSkills: readonly Skill[] = [
  {
    code: 'sk-room-making',
    group: 'hotel',
    it: 'rifacimento delle camere',
    en: 'making up rooms',
    esco: 'http://data.europa.eu/esco/skill/50e2757f-ba69-46ce-98a4-a1e95051cfbe',
  },
  {
    code: 'sk-minibar-linen-stock',
    group: 'hotel',
    it: 'gestione di biancheria e dotazioni delle camere',
    en: 'managing linen and room supplies',
  },
  { code: 'sk-room-inspection', group: 'hotel', it: 'controllo delle camere', en: 'inspecting rooms' },
  {
    code: 'sk-hotel-check-in',
    group: 'hotel',
    it: 'check-in e check-out degli ospiti',
    en: 'checking guests in and out',
  },
  {
    code: 'sk-booking-systems',
    group: 'hotel',
    it: 'uso di gestionali di prenotazione',
    en: 'using booking systems',
  },
  { code: 'sk-breakfast-service', group: 'hotel', it: 'servizio delle colazioni', en: 'serving breakfast' },
  {
    code: 'sk-luggage',
    group: 'hotel',
    it: 'facchinaggio e trasporto bagagli',
    en: 'portering and handling luggage',
    esco: 'http://data.europa.eu/esco/skill/f8180a0a-fba3-43de-bab2-f25cb9d64ad7',
  },

  {
    code: 'sk-room-cleaning',
    group: 'cleaning',
    it: 'pulizia di uffici e locali',
    en: 'cleaning offices and rooms',
    esco: 'http://data.europa.eu/esco/skill/7bb01a18-4637-4535-ba18-258f48f705b8',
  },
  {
    code: 'sk-sanitary-cleaning',
    group: 'cleaning',
    it: 'pulizia dei servizi igienici',
    en: 'cleaning washrooms',
    esco: 'http://data.europa.eu/esco/skill/58a15a33-2b41-4a7e-bb8a-777328b5d82a',
  },
  {
    code: 'sk-floor-machines',
    group: 'cleaning',
    it: 'uso di lavasciuga e monospazzola',
    en: 'using scrubber-dryers and floor polishers',
  },
  {
    code: 'sk-window-cleaning',
    group: 'cleaning',
    it: 'pulizia di vetri e vetrate',
    en: 'cleaning windows and glazing',
    esco: 'http://data.europa.eu/esco/skill/d05ae693-dc7d-4073-8806-2782f117c24a',
  },
  {
    code: 'sk-detergent-dilution',
    group: 'cleaning',
    it: 'uso e diluizione dei detergenti',
    en: 'using and diluting cleaning products',
    esco: 'http://data.europa.eu/esco/skill/51a26193-9abe-4bce-9108-f50835be1c35',
  },
  {
    code: 'sk-hospital-sanitising',
    group: 'cleaning',
    it: 'sanificazione di ambienti sanitari',
    en: 'sanitising healthcare premises',
  },
  {
    code: 'sk-industrial-cleaning',
    group: 'cleaning',
    it: 'pulizia di impianti e reparti produttivi',
    en: 'cleaning plants and production areas',
  },
  {
    code: 'sk-stairwell-care',
    group: 'cleaning',
    it: 'pulizia di scale e parti comuni',
    en: 'cleaning stairwells and common areas',
  },
  {
    code: 'sk-home-cleaning',
    group: 'cleaning',
    it: 'pulizia e riordino della casa',
    en: 'cleaning and tidying homes',
  },
  {
    code: 'sk-post-works-cleaning',
    group: 'cleaning',
    it: 'pulizie di fondo e di fine cantiere',
    en: 'deep and post-construction cleaning',
  },
  {
    code: 'sk-transport-cleaning',
    group: 'cleaning',
    it: 'pulizia interna di treni e autobus',
    en: 'cleaning inside trains and buses',
  },
  {
    code: 'sk-pest-control',
    group: 'cleaning',
    it: 'disinfestazione e derattizzazione',
    en: 'controlling insects and rodents',
  },

  {
    code: 'sk-laundry-sorting',
    group: 'laundry',
    it: 'smistamento e carico della biancheria',
    en: 'sorting and loading laundry',
  },
  {
    code: 'sk-industrial-washers',
    group: 'laundry',
    it: 'uso di lavatrici ed essiccatoi industriali',
    en: 'using industrial washers and dryers',
  },
  { code: 'sk-hand-ironing', group: 'laundry', it: 'stiro a mano', en: 'ironing by hand' },
  {
    code: 'sk-press-ironing',
    group: 'laundry',
    it: 'stiro con pressa, mangano o manichino',
    en: 'pressing with press, flatwork ironer or dummy',
  },
  { code: 'sk-stain-removal', group: 'laundry', it: 'smacchiatura', en: 'removing stains' },
  {
    code: 'sk-linen-folding',
    group: 'laundry',
    it: 'piegatura e confezionamento della biancheria',
    en: 'folding and packing linen',
  },
  { code: 'sk-dry-cleaning', group: 'laundry', it: 'lavaggio a secco', en: 'dry cleaning' },
]
