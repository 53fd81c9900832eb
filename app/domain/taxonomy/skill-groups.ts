import type { Labels } from './labels.ts'

/** What skills are shown and chosen under. A person's card may show the group in the place of the skill. */
export const skillGroups = [
  { code: 'kitchen', it: 'Cucina', en: 'Kitchen' },
  { code: 'table-service', it: 'Sala e bar', en: 'Table service and bar' },
  { code: 'bakery', it: 'Panificazione e pasticceria', en: 'Bakery and pastry' },
  { code: 'food-processing', it: 'Trasformazione alimentare', en: 'Food processing' },
  { code: 'hotel', it: 'Ospitalità alberghiera', en: 'Hotel hospitality' },
  { code: 'cleaning', it: 'Pulizia e sanificazione', en: 'Cleaning and sanitising' },
  { code: 'laundry', it: 'Lavanderia e stireria', en: 'Laundry and ironing' },
  { code: 'care', it: 'Assistenza alle persone', en: 'Personal care' },
  { code: 'childcare', it: 'Infanzia e scuola', en: 'Childcare and school support' },
  { code: 'warehouse', it: 'Magazzino e imballaggio', en: 'Warehouse and packing' },
  { code: 'driving', it: 'Guida e consegne', en: 'Driving and delivery' },
  { code: 'agriculture', it: 'Agricoltura e allevamento', en: 'Farming and livestock' },
  { code: 'green-care', it: 'Verde e bosco', en: 'Gardening and forestry' },
  { code: 'sewing', it: 'Cucito e tessile', en: 'Sewing and textiles' },
  { code: 'wood-upholstery', it: 'Legno e tappezzeria', en: 'Woodwork and upholstery' },
  { code: 'building', it: 'Edilizia e finiture', en: 'Building and finishing' },
  { code: 'building-systems', it: 'Impianti', en: 'Building systems' },
  { code: 'metalworking', it: 'Lavorazione dei metalli', en: 'Metalworking' },
  { code: 'electronics', it: 'Elettronica e cablaggio', en: 'Electronics and wiring' },
  { code: 'production', it: 'Produzione industriale', en: 'Industrial production' },
  { code: 'plastics-printing', it: 'Plastica, carta e stampa', en: 'Plastics, paper and printing' },
  { code: 'retail', it: 'Vendita', en: 'Retail' },
  { code: 'office', it: 'Ufficio e accoglienza', en: 'Office and front desk' },
  { code: 'digital', it: 'Informatica', en: 'Digital and IT' },
  { code: 'beauty', it: 'Acconciatura ed estetica', en: 'Hair and beauty' },
  { code: 'vehicles', it: 'Veicoli e biciclette', en: 'Vehicles and bicycles' },
  { code: 'waste', it: 'Raccolta e riciclo', en: 'Waste and recycling' },
  { code: 'mediation', it: 'Mediazione e comunicazione', en: 'Mediation and communication' },
  { code: 'certificates', it: 'Attestati e abilitazioni', en: 'Certificates and permits to operate' },
] as const satisfies ReadonlyArray<Labels & { code: string }>

export type SkillGroup = (typeof skillGroups)[number]
export type SkillGroupCode = SkillGroup['code']

const byCode = new Map<string, SkillGroup>(skillGroups.map((group) => [group.code, group]))

/** The skill group with this code. */
export const skillGroupByCode = (code: string): SkillGroup | undefined => byCode.get(code)
