import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { CompanyLayout } from '#app/ui/layouts/CompanyLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { FrameError } from '#app/web/frame-error.tsx'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

export const loader = defineLoader(['hr_contact'], loadFrame)

export const shouldRevalidate = renewFrame

export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  return (
    <CompanyLayout {...frame} path={pathname + search}>
      <Outlet />
    </CompanyLayout>
  )
}

export function ErrorBoundary() {
  return <FrameError frame="routes/company/layout/route" Layout={CompanyLayout} />
}
