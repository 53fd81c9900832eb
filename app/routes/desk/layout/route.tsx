import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { DeskLayout } from '#app/ui/layouts/DeskLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadFrame } from '#app/web/frame.server.ts'

export const loader = defineLoader(['case_manager'], loadFrame)

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <DeskLayout {...frame} path={pathname + search}>
      <Outlet />
    </DeskLayout>
  )
}
