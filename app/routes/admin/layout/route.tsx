import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { AdminLayout } from '#app/ui/layouts/AdminLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadFrame } from '#app/web/frame.server.ts'

export const loader = defineLoader(['admin'], loadFrame)

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <AdminLayout {...frame} path={pathname + search}>
      <Outlet />
    </AdminLayout>
  )
}
