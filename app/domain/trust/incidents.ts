/** What may be confirmed against a company; an event of its trust says which it was, as what it is about. */
export const incidents = ['late_pay', 'incident'] as const
export type Incident = (typeof incidents)[number]
