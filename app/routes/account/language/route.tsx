import { redirect } from '@remix-run/node'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { localeCookie } from '#app/web/locale-cookie.server.ts'
import { safePath } from '#app/web/safe-redirect.ts'
import { languageChoice } from './language-choice.server.ts'

/** A bookmark or a reload of the form's address. */
export const loader = defineLoader('everyone', () => Promise.resolve(redirect('/')))

/** Keeps the chosen language and goes back to the page the reader came from. */
export const action = definePlainAction('everyone', ({ parse }) => {
  const { locale, to } = parse(languageChoice)
  return Promise.resolve(
    redirect(safePath(to), { status: 303, headers: { 'Set-Cookie': localeCookie(locale) } }),
  )
})
