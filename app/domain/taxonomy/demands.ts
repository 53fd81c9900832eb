import type { Labels } from './labels.ts'

/**
 * What a job asks of the body or of a person's safety. An opening lists its demands, a person those she can't
 * meet; hers are never shown to a company, and the reason behind one isn't recorded at all.
 */
export const demands = [
  { code: 'heavy_lifting', it: 'Sollevamento di pesi', en: 'Heavy lifting' },
  { code: 'standing', it: 'Molte ore in piedi', en: 'Standing for long hours' },
  { code: 'heights', it: 'Lavoro in altezza', en: 'Working at height' },
  { code: 'cold', it: 'Ambienti freddi o celle', en: 'Cold rooms' },
  { code: 'dust', it: 'Polveri', en: 'Dust' },
  { code: 'allergens', it: 'Contatto con allergeni', en: 'Contact with allergens' },
  { code: 'night_work', it: 'Lavoro di notte', en: 'Night work' },
  { code: 'working_alone', it: 'Lavoro da soli', en: 'Working alone' },
] as const satisfies ReadonlyArray<Labels & { code: string }>

export type Demand = (typeof demands)[number]['code']
export const demandCodes: readonly Demand[] = demands.map((demand) => demand.code)
