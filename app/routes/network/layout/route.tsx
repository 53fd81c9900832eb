import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { NetworkLayout } from '#app/ui/layouts/NetworkLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { FrameError } from '#app/web/frame-error.tsx'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

export const loader = defineLoader(['coordinator'], loadFrame)

export const shouldRevalidate = renewFrame

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <NetworkLayout {...frame} path={pathname + search}>
      <Outlet />
    </NetworkLayout>
  )
}

export function ErrorBoundary() {
  return <FrameError frame="routes/network/layout/route" Layout={NetworkLayout} />
}
