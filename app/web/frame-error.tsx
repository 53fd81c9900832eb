import { isRouteErrorResponse, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ComponentType } from 'react'
import type { LayoutProps } from '#app/ui/layouts/Shell.tsx'
import { ErrorPage, ErrorText } from './error-page.tsx'

/**
 * A refusal or fault of a page, inside the frame of its audience: whoever works there keeps her navigation. `frame` is the
 * id of the route whose loader made the frame; where that failed too, the page stands alone.
 */
export function FrameError({ frame, Layout }: { frame: string; Layout: ComponentType<LayoutProps> }) {
  const loaded = useRouteLoaderData(frame) as Omit<LayoutProps, 'path' | 'children'> | undefined
  const { pathname, search } = useLocation()
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const said = { status: known ? error.status : 500, data: known ? (error.data as unknown) : undefined }
  if (!loaded) return <ErrorPage {...said} />
  return (
    <Layout {...loaded} flash={null} path={pathname + search}>
      <ErrorText {...said} />
    </Layout>
  )
}
