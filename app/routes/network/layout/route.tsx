import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { NetworkLayout } from '#app/ui/layouts/NetworkLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadFrame } from '#app/web/frame.server.ts'

export const loader = defineLoader(['coordinator'], loadFrame)

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <NetworkLayout {...frame} path={pathname + search}>
      <Outlet />
    </NetworkLayout>
  )
}
