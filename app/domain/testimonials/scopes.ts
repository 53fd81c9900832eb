/** Where a company agrees to speak for the network. */
export const testimonialScopes = ['events', 'web', 'both', 'everywhere'] as const
export type TestimonialScope = (typeof testimonialScopes)[number]

/** How the voice of a company is used: at an event, on the public site, before a firm that is being won, in the press. */
export const useKinds = ['event', 'site', 'pitch', 'press'] as const
export type UseKind = (typeof useKinds)[number]

/** What each yes covers. To speak before one firm is to speak in person; the press is covered only where it was said. */
const covered: Record<TestimonialScope, readonly UseKind[]> = {
  events: ['event', 'pitch'],
  web: ['site'],
  both: ['event', 'pitch', 'site'],
  everywhere: useKinds,
}

/** The uses that a scope allows. */
export const usesOf = (scope: TestimonialScope): readonly UseKind[] => covered[scope]
