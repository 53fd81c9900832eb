import { Form, useLocation } from '@remix-run/react'
import { languageNames, visitLanguages } from '#app/domain/visits/languages.ts'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'

/** Another language for the same page: nothing that she has said changes by it. */
export function LanguageChoice() {
  const { texts, written } = useVisitFrame()
  const { pathname } = useLocation()
  return (
    <Disclosure summary={`${texts.language}: ${languageNames[written.language]}`}>
      <Form method="post" action="/v" className="button-row">
        <input type="hidden" name="to" value={pathname} />
        <input type="hidden" name="intent" value="language" />
        {visitLanguages.map((language) => (
          <Button key={language} name="language" value={language} variant="secondary" lang={language}>
            {languageNames[language]}
          </Button>
        ))}
      </Form>
    </Disclosure>
  )
}
