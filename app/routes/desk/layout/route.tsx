import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { DeskLayout } from '#app/ui/layouts/DeskLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { FrameError } from '#app/web/frame-error.tsx'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

export const loader = defineLoader(['case_manager'], loadFrame)

export const shouldRevalidate = renewFrame

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <DeskLayout {...frame} path={pathname + search}>
      <Outlet />
    </DeskLayout>
  )
}

export function ErrorBoundary() {
  return <FrameError frame="routes/desk/layout/route" Layout={DeskLayout} />
}
