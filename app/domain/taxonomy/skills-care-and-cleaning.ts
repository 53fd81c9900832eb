import type { Skill } from './skill.ts'

/** Cleaning, laundry, care, childcare, beauty, mediation. */
export const careAndCleaningSkills: readonly Skill[] = [
  {
    code: 'sk-room-cleaning',
    group: 'cleaning',
    it: 'pulizia di uffici e locali',
    en: 'cleaning offices and rooms',
  },
  {
    code: 'sk-sanitary-cleaning',
    group: 'cleaning',
    it: 'pulizia dei servizi igienici',
    en: 'cleaning washrooms',
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
  },
  {
    code: 'sk-detergent-dilution',
    group: 'cleaning',
    it: 'uso e diluizione dei detergenti',
    en: 'using and diluting cleaning products',
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
    code: 'sk-personal-hygiene-care',
    group: 'care',
    it: 'aiuto nell’igiene personale',
    en: 'helping with personal hygiene',
  },
  {
    code: 'sk-mobilisation',
    group: 'care',
    it: 'mobilizzazione della persona e uso del sollevatore',
    en: 'moving people and using a hoist',
  },
  { code: 'sk-feeding-help', group: 'care', it: 'aiuto nell’assunzione dei pasti', en: 'helping people eat' },
  { code: 'sk-vital-signs', group: 'care', it: 'rilevazione dei parametri vitali', en: 'taking vital signs' },
  {
    code: 'sk-dementia-care',
    group: 'care',
    it: 'assistenza a persone con demenza',
    en: 'caring for people with dementia',
  },
  {
    code: 'sk-disability-support',
    group: 'care',
    it: 'sostegno a persone con disabilità',
    en: 'supporting people with disabilities',
  },
  {
    code: 'sk-companionship',
    group: 'care',
    it: 'compagnia e accompagnamento a visite e commissioni',
    en: 'companionship and escorting to appointments',
  },
  {
    code: 'sk-home-meals',
    group: 'care',
    it: 'preparazione dei pasti a domicilio',
    en: 'preparing meals at home',
  },
  {
    code: 'sk-care-records',
    group: 'care',
    it: 'compilazione delle consegne assistenziali',
    en: 'writing care handover notes',
  },
  {
    code: 'sk-group-activities',
    group: 'care',
    it: 'animazione e attività di gruppo',
    en: 'leading group activities',
  },

  {
    code: 'sk-infant-care',
    group: 'childcare',
    it: 'cura di bambini piccoli (0-3 anni)',
    en: 'caring for infants (0-3)',
  },
  { code: 'sk-play-activities', group: 'childcare', it: 'attività di gioco', en: 'organising play' },
  {
    code: 'sk-school-supervision',
    group: 'childcare',
    it: 'sorveglianza di bambini a scuola e in mensa',
    en: 'supervising children at school and lunch',
  },
  { code: 'sk-homework-help', group: 'childcare', it: 'aiuto nei compiti', en: 'helping with homework' },
  {
    code: 'sk-nursery-hygiene',
    group: 'childcare',
    it: 'igiene di spazi e materiali per l’infanzia',
    en: 'keeping nursery spaces and materials clean',
  },

  { code: 'sk-hair-cutting', group: 'beauty', it: 'taglio dei capelli', en: 'cutting hair' },
  {
    code: 'sk-hair-colouring',
    group: 'beauty',
    it: 'colore e trattamenti dei capelli',
    en: 'colouring and treating hair',
  },
  { code: 'sk-hair-styling', group: 'beauty', it: 'lavaggio e piega', en: 'washing and blow-drying hair' },
  { code: 'sk-braiding', group: 'beauty', it: 'trecce e acconciature', en: 'braiding and updos' },
  {
    code: 'sk-beard-trimming',
    group: 'beauty',
    it: 'taglio e cura della barba',
    en: 'trimming and shaving beards',
  },
  { code: 'sk-manicure', group: 'beauty', it: 'manicure e pedicure estetici', en: 'manicure and pedicure' },
  { code: 'sk-depilation', group: 'beauty', it: 'depilazione', en: 'hair removal' },
  {
    code: 'sk-facial-treatments',
    group: 'beauty',
    it: 'trattamenti viso e trucco',
    en: 'facial treatments and make-up',
  },

  {
    code: 'sk-interpreting',
    group: 'mediation',
    it: 'interpretariato di trattativa',
    en: 'liaison interpreting',
  },
  { code: 'sk-written-translation', group: 'mediation', it: 'traduzione scritta', en: 'written translation' },
  {
    code: 'sk-cultural-mediation',
    group: 'mediation',
    it: 'mediazione tra persone e servizi',
    en: 'mediating between people and services',
  },
  {
    code: 'sk-service-orientation',
    group: 'mediation',
    it: 'orientamento ai servizi del territorio',
    en: 'guiding people to local services',
  },
  {
    code: 'sk-conflict-handling',
    group: 'mediation',
    it: 'gestione dei conflitti',
    en: 'handling conflicts',
  },
]
