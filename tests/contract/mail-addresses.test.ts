import { describe, expect, it } from 'vitest'
import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { addresses } from '#app/domain/mails/addresses.server.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { stageLink } from '#app/domain/proposals/stage-link.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const paths = [
  ...readFileSync(join(import.meta.dirname, '../../app/routes.ts'), 'utf8').matchAll(/'(\/[^']*)': '/g),
].map(([, path = '']) => path)

/** The route that serves a path; one without a parameter comes before one that has. */
const routeOf = (path: string): string | undefined =>
  paths
    .filter((route) =>
      new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
    )
    .sort((a, b) => a.split(':').length - b.split(':').length)[0]

const links: Record<
  keyof typeof addresses | 'unsubscribe' | 'meeting' | 'contract',
  [address: string, route: string]
> = {
  signIn: [addresses.signIn('token'), '/accedi/link/:token'],
  invite: [addresses.invite('token'), '/invito/:token'],
  company: [addresses.company(), '/azienda'],
  opening: [addresses.opening(newId()), '/azienda/opportunita/:id'],
  newStory: [addresses.newStory(), '/azienda/storie/nuova'],
  storyToApprove: [addresses.storyToApprove(newId()), '/azienda/storie/:id'],
  testimonial: [addresses.testimonial(), '/azienda/testimonial'],
  publicStory: [addresses.publicStory('una-storia'), '/storie/:slug'],
  desk: [addresses.desk(), '/lavoro'],
  deskEvent: [addresses.deskEvent(newId()), '/lavoro/eventi/:id'],
  networkEvent: [addresses.networkEvent(newId()), '/rete/eventi/:id'],
  newMatches: [addresses.newMatches(), '/lavoro'],
  queue: [addresses.queue(), '/admin/coda'],
  glass: [addresses.glass(), '/rete/emergenza'],
  readingNotices: [addresses.readingNotices(), '/rete/avvisi'],
  security: [addresses.security(), '/account/sicurezza'],
  quietPeople: [addresses.quietPeople(), '/lavoro/persone/da-sentire'],
  signed: [addresses.signed(cardLink(newId(), newId(), now())), '/c/:token'],
  meeting: [addresses.signed(stageLink('meeting', newId(), newId())), '/i/:token'],
  contract: [addresses.signed(stageLink('contract', newId(), newId())), '/d/:token'],
  unsubscribe: [addresses.signed(unsubscribeLink(newId())), '/disiscrizione/:token'],
}

describe('every link in our mails', () => {
  it.each(Object.entries(links))('%s leads to its page', (_, [address, route]) => {
    const url = new URL(address)
    expect(url.origin).toBe('http://localhost:3000')
    expect(routeOf(url.pathname)).toBe(route)
  })
})
