import type { RequestHandler } from 'express'
import { AsyncLocalStorage } from 'node:async_hooks'
import { baseLocale, type Locale, overwriteGetLocale } from '#app/locales/generated/runtime.js'
import { negotiateLocale } from './locale.ts'

const KEY = Symbol.for('passaparola.locale')

/**
 * On `globalThis`, because this module lives twice in the process: once for `server.ts`, which sets the language,
 * and once inside the Remix build, which reads it.
 */
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Locale> }
const storage = (shared[KEY] ??= new AsyncLocalStorage<Locale>())

/** The language of the request being served; Italian outside of any. */
export const currentLocale = (): Locale => storage.getStore() ?? baseLocale

overwriteGetLocale(currentLocale)

/** Runs `work`, and all that it starts, in a language. */
export const runWithLocale = <T>(locale: Locale, work: () => T): T => storage.run(locale, work)

/** Serves each request in the language that its cookie or its browser asks for. */
export const serveInLocale: RequestHandler = (request, response, next) => {
  const locale = negotiateLocale(request.headers.cookie, request.headers['accept-language'])
  response.setHeader('Content-Language', locale)
  runWithLocale(locale, next)
}
