import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { isVisitLanguage, languageNames, visitLanguages } from '#app/domain/visits/languages.ts'
import { changeLanguage, linkOpens, openVisit } from '#app/domain/visits/open-visit.server.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { Button } from '#app/ui/Button.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { visitOf } from '#app/web/visit/by-visit.server.ts'
import { doorCookie, pageCookie, readDoor, readPage } from '#app/web/visit/visit-cookies.server.ts'

/** Her pages, among which a change of language goes back. */
const PAGES = ['/v/1', '/v/2', '/v/3', '/v/4']

export const loader = defineLoader('everyone', async ({ request }) => {
  const ready = await linkOpens(readDoor(request))
  if (!ready && (await visitOf(request))) return redirect('/v/1', 303)
  const choices = visitLanguages.map((language) => ({ language, label: visitTexts[language].start_go }))
  return { choices: ready ? choices : [] }
})

/** Choosing a language is also what opens the link: a camera or a messenger that looks at it does not press. */
export const action = definePlainAction('everyone', async ({ form, intent, request, info }) => {
  const asked = form.get('language')
  const language = isVisitLanguage(asked) ? asked : 'it'
  if (intent === 'language') {
    await changeLanguage(readPage(request), language)
    return redirectTo(PAGES.find((page) => page === form.get('to')) ?? '/v')
  }
  const secret = await openVisit(readDoor(request), { language, address: info.clientAddress })
  if (!secret) return redirectTo('/v', { headers: [['Set-Cookie', doorCookie(null)]] })
  return redirectTo('/v/1', {
    headers: [
      ['Set-Cookie', doorCookie(null)],
      ['Set-Cookie', pageCookie(secret)],
    ],
  })
})

export default function Start() {
  const { choices } = useLoaderData<typeof loader>()
  const { texts } = useVisitFrame()
  if (choices.length === 0) {
    return (
      <>
        <h1>{texts.over_title}</h1>
        <p>{texts.over_lead}</p>
      </>
    )
  }
  return (
    <>
      <h1>{texts.start_title}</h1>
      <Form method="post" replace className="stack">
        {choices.map(({ language, label }) => (
          <Button
            key={language}
            name="language"
            value={language}
            variant="secondary"
            block
            lang={language}
            aria-label={`${languageNames[language]}: ${label}`}
          >
            {label}
          </Button>
        ))}
      </Form>
    </>
  )
}
