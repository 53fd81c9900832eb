import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as messages from '#app/locales/generated/messages.js'
import { baseLocale, locales } from '#app/locales/generated/runtime.js'

const FOLDER = join(import.meta.dirname, '../../app/locales')

type Variant = { match?: Record<string, string> }
type Message = string | Variant[] | Record<string, unknown>
type Entry = { key: string; file: string; message: Message }

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, Message>

const settings = readJson(join(FOLDER, 'project.inlang/settings.json')) as unknown as {
  'plugin.inlang.messageFormat': { pathPattern: string[] }
}
const features = settings['plugin.inlang.messageFormat'].pathPattern.map((path) => basename(path, '.json'))

const entriesOf = (locale: string): Entry[] =>
  features.flatMap((feature) =>
    Object.entries(readJson(join(FOLDER, locale, `${feature}.json`)))
      .filter(([key]) => key !== '$schema')
      .map(([key, message]) => ({ key, file: feature, message })),
  )

/** Every text of a message: itself, or those of its variants. */
function textsOf(message: Message): string[] {
  if (typeof message === 'string') return [message]
  const variants = (Array.isArray(message) ? message : [message]) as Variant[]
  return variants.flatMap(({ match }) => Object.values(match ?? {}))
}

const placeholdersOf = (message: Message): string[] =>
  [...new Set(textsOf(message).flatMap((text) => text.match(/\{[^}]+\}/g) ?? []))].sort()

const keysOf = (locale: string) => entriesOf(locale).map(({ key }) => key)

describe('the locale files', () => {
  it.each(locales)('%s: all and only those of the settings exist', (locale) => {
    const files = readdirSync(join(FOLDER, locale)).map((file) => basename(file, '.json'))
    expect(files.sort()).toEqual([...features].sort())
  })

  it.each(locales)('%s: has every key of the base language, once, in the file of its feature', (locale) => {
    const keys = keysOf(locale)
    expect(keys.toSorted()).toEqual(keysOf(baseLocale).toSorted())
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    const misplaced = entriesOf(locale).filter(({ key, file }) => !key.startsWith(`${file}_`))
    expect(misplaced.map(({ key, file }) => `${key} in ${file}`)).toEqual([])
  })

  it.each(locales)('%s: no text is empty', (locale) => {
    const empty = entriesOf(locale).filter(({ message }) => {
      const texts = textsOf(message)
      return texts.length === 0 || texts.some((text) => text.trim() === '')
    })
    expect(empty.map(({ key }) => key)).toEqual([])
  })

  it.each(locales)('%s: every text has the placeholders of the base language', (locale) => {
    const base = new Map(entriesOf(baseLocale).map(({ key, message }) => [key, placeholdersOf(message)]))
    for (const { key, message } of entriesOf(locale)) {
      expect({ key, placeholders: placeholdersOf(message) }).toEqual({ key, placeholders: base.get(key) })
    }
  })
})

// The compiler has been seen to find no plugin, write nothing and report success.
describe('the compiled messages', () => {
  it('are all there', () => {
    expect(existsSync(join(FOLDER, 'generated/messages.js'))).toBe(true)
    expect(Object.keys(messages)).toEqual(expect.arrayContaining(keysOf(baseLocale)))
  })

  it('speak each language', () => {
    expect(locales.map((locale) => messages.errors_404_title({}, { locale }))).toEqual([
      'Pagina non trovata',
      'Page not found',
    ])
  })
})
