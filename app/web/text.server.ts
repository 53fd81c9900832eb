import * as messages from '#app/locales/generated/messages.js'

type Params = Record<string, string | number>

/**
 * The text of a message known by its key only at run time (an error's reason, a rule's name, a match's explanation), in
 * the request's language.
 * @throws Error when no locale file has the key: a forgotten text is a fault, not a blank.
 */
export function text(key: string, params: Params = {}): string {
  const message = (messages as unknown as Record<string, ((params: Params) => string) | undefined>)[key]
  if (!message) throw new Error(`no message ${key}`)
  return message(params)
}

/** Whether a message of that key exists. */
export const hasText = (key: string): boolean => key in messages
