/** The provinces of Piemonte, by the letters of their number plates. */
export const provinceCodes = ['TO', 'CN', 'AL', 'AT', 'NO', 'VC', 'BI', 'VB'] as const
export type Province = (typeof provinceCodes)[number]

/** Groups of provinces, large enough that naming one with a person's other facts doesn't single her out. */
export const areas = ['torino', 'north_east', 'south'] as const
export type Area = (typeof areas)[number]

const areaByProvince: Record<Province, Area> = {
  TO: 'torino',
  NO: 'north_east',
  VC: 'north_east',
  BI: 'north_east',
  VB: 'north_east',
  CN: 'south',
  AL: 'south',
  AT: 'south',
}

/** The province group of a province: the finest place a company sees on a card. */
export const areaOfProvince = (province: Province): Area => areaByProvince[province]
