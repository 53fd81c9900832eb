import { env } from '#app/platform/env.server.ts'
import type { EventId, OpeningId, StoryId } from '../shared/ids.ts'

const at = (path: string): string => new URL(path, env().APP_URL).href

/** Where the links in our mails lead. No address holds a person's data: ids and signed tokens only. */
export const addresses = {
  signIn: (token: string) => at(`/accedi/link/${token}`),
  invite: (token: string) => at(`/invito/${token}`),
  security: () => at('/account/sicurezza'),
  company: () => at('/azienda'),
  opening: (id: OpeningId) => at(`/azienda/opportunita/${id}`),
  newStory: () => at('/azienda/storie/nuova'),
  storyToApprove: (id: StoryId) => at(`/azienda/storie/${id}`),
  testimonial: () => at('/azienda/testimonial'),
  publicStory: (slug: string) => at(`/storie/${slug}`),
  desk: () => at('/lavoro'),
  queue: () => at('/admin/coda'),
  glass: () => at('/rete/emergenza'),
  readingNotices: () => at('/rete/avvisi'),
  deskEvent: (id: EventId) => at(`/lavoro/eventi/${id}`),
  networkEvent: (id: EventId) => at(`/rete/eventi/${id}`),
  quietPeople: () => at('/lavoro/persone/da-sentire'),
  newMatches: () => at('/lavoro#nuovi-abbinamenti'),
  /** A path that already holds its signature: a card's, or the one that ends our mails. */
  signed: (path: string) => at(path),
}
