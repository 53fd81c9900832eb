import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { getLocale } from '#app/locales/generated/runtime.js'
import type { VisitFrame } from '#app/ui/visit/visit-frame.ts'
import { useDocumentContext } from '#app/web/document-context.ts'
import { errorCopy } from '#app/web/error-copy.ts'
import { ErrorPage } from '#app/web/error-page.tsx'
import styles from './ui/styles/app.scss?url'

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
]

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorCopy(statusOf(error)).title} · ${m.shell_product()}` : m.shell_product() },
]

/** The language of the page, where it is one that the interface itself does not speak. */
function useWritten(): { lang: string; dir?: 'ltr' | 'rtl' } {
  const frames = useMatches().map(({ data }) => data as Partial<Pick<VisitFrame, 'written'>> | null)
  const written = frames.find((frame) => frame?.written)?.written
  return written ? { lang: written.language, dir: written.direction } : { lang: getLocale() }
}

/** The document around every page, faults included. */
export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useDocumentContext()
  return (
    <html {...useWritten()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data: unknown = isRouteErrorResponse(error) ? error.data : undefined
  return <ErrorPage status={statusOf(error)} data={data} />
}
