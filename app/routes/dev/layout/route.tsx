import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { PublicLayout } from '#app/ui/layouts/PublicLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadFrame } from '#app/web/frame.server.ts'

export const loader = defineLoader('everyone', loadFrame)

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <PublicLayout {...frame} path={pathname + search}>
      <Outlet />
    </PublicLayout>
  )
}
