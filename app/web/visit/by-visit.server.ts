import { redirect } from '@remix-run/node'
import { readVisit, type OpenVisit } from '#app/domain/visits/open-visit.server.ts'
import type { ByLink } from '../access.server.ts'
import { readPage } from './visit-cookies.server.ts'

const visits = new WeakMap<Request, Promise<OpenVisit | null>>()

/** The visit behind a request, read once however often it is asked for. */
export function visitOf(request: Request): Promise<OpenVisit | null> {
  let visit = visits.get(request)
  if (!visit) {
    visit = readVisit(readPage(request))
    visits.set(request, visit)
  }
  return visit
}

/** Her own pages: whoever has no visit open is shown the page that says how one gets in. */
export const byVisit: ByLink = {
  byLink: async (request) => {
    const visit = await visitOf(request)
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!visit) throw redirect('/v', 303)
    return visit.actor
  },
}

/** The language of an open visit. */
export const languageOf = async (request: Request) => (await visitOf(request))?.language ?? 'it'
