import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { AdminLayout } from '#app/ui/layouts/AdminLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { FrameError } from '#app/web/frame-error.tsx'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

export const loader = defineLoader(['admin'], loadFrame)

export const shouldRevalidate = renewFrame

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <AdminLayout {...frame} path={pathname + search}>
      <Outlet />
    </AdminLayout>
  )
}

export function ErrorBoundary() {
  return <FrameError frame="routes/admin/layout/route" Layout={AdminLayout} />
}
