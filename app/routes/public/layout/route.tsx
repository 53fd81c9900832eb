import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { PublicLayout } from '#app/ui/layouts/PublicLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { FrameError } from '#app/web/frame-error.tsx'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

export const loader = defineLoader('everyone', loadFrame)

export const shouldRevalidate = renewFrame

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <PublicLayout {...frame} path={pathname + search}>
      <Outlet />
    </PublicLayout>
  )
}

export function ErrorBoundary() {
  return <FrameError frame="routes/public/layout/route" Layout={PublicLayout} />
}
