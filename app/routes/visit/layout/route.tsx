import { Outlet, isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { directionOf, preferredLanguage } from '#app/domain/visits/languages.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { IDLE } from '#app/domain/visits/visit-lengths.ts'
import { LanguageChoice } from '#app/ui/visit/LanguageChoice.tsx'
import { LeaveLink } from '#app/ui/visit/LeaveLink.tsx'
import { VISIT_FRAME, type VisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { ErrorPage } from '#app/web/error-page.tsx'
import { visitOf } from '#app/web/visit/by-visit.server.ts'

/** The same few neutral words over every page: neither title nor address says what it is about. */
export const meta = () => [{ title: 'Passaparola' }, { name: 'robots', content: 'noindex' }]

export const loader = defineLoader('everyone', async ({ request }): Promise<VisitFrame> => {
  const visit = await visitOf(request)
  const language = visit?.language ?? preferredLanguage(request.headers.get('Accept-Language'))
  return {
    written: { language, direction: directionOf(language) },
    texts: visitTexts[language],
    open: visit !== null,
    idleMs: IDLE,
  }
})

export default function Frame() {
  const frame = useRouteLoaderData<VisitFrame>(VISIT_FRAME)
  useClosing(frame)
  return frame ? (
    <Around frame={frame}>
      <Outlet />
    </Around>
  ) : null
}

/** What nobody has touched for a while is closed on the screen too, when the visit is over on the server. */
function useClosing(frame: VisitFrame | undefined): void {
  const { open, idleMs } = frame ?? { open: false, idleMs: 0 }
  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => window.location.replace('/v'), idleMs)
    return () => clearTimeout(timer)
  })
}

function Around({ frame, children }: { frame: VisitFrame; children: React.ReactNode }) {
  return (
    <div className="visit">
      <header className="visit-bar">
        <strong>Passaparola</strong>
        <LeaveLink label={frame.texts.leave} />
      </header>
      <main id="contenuto" className="visit-page stack" tabIndex={-1}>
        {children}
      </main>
      {frame.open ? (
        <footer className="visit-page">
          <LanguageChoice />
        </footer>
      ) : null}
    </div>
  )
}

/** Of a page that is closed she asks for a new way in; of too many tries from where she is, only for patience. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData(VISIT_FRAME) as VisitFrame | undefined
  const error = useRouteError()
  if (!frame || !isRouteErrorResponse(error)) return <ErrorPage status={500} />
  return (
    <Around frame={{ ...frame, open: false }}>
      <h1>{error.status === 429 ? frame.texts.later_title : frame.texts.over_title}</h1>
      <p>{error.status === 429 ? frame.texts.later_lead : frame.texts.over_lead}</p>
    </Around>
  )
}
