/** What a company offers beside the pay. Some lift a hard constraint of the match, all help somebody say yes. */
export const offers = ['transport', 'lodging', 'canteen', 'childcare', 'tutor'] as const
export type Offer = (typeof offers)[number]
