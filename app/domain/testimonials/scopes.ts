/** Where a company agrees to speak for the network. */
export const testimonialScopes = ['events', 'web', 'both'] as const
export type TestimonialScope = (typeof testimonialScopes)[number]
