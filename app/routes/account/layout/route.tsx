import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import type { Role } from '#app/domain/shared/actor.ts'
import { AdminLayout } from '#app/ui/layouts/AdminLayout.tsx'
import { CompanyLayout } from '#app/ui/layouts/CompanyLayout.tsx'
import { DeskLayout } from '#app/ui/layouts/DeskLayout.tsx'
import { NetworkLayout } from '#app/ui/layouts/NetworkLayout.tsx'
import { PublicLayout } from '#app/ui/layouts/PublicLayout.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { loadFrame } from '#app/web/frame.server.ts'
import { renewFrame } from '#app/web/renew-frame.ts'

const frames: Record<Role, typeof PublicLayout> = {
  hr_contact: CompanyLayout,
  case_manager: DeskLayout,
  coordinator: NetworkLayout,
  admin: AdminLayout,
}

export const loader = defineLoader('everyone', loadFrame)

export const shouldRevalidate = renewFrame

/** The account's pages are everybody's: each sees them in the frame she works in, whoever is not signed in in the public one. */
export default function Frame() {
  const frame = useLoaderData<typeof loader>()
  const { pathname, search } = useLocation()
  const Layout = frame.user ? frames[frame.user.role] : PublicLayout
  return (
    <Layout {...frame} path={pathname + search}>
      <Outlet />
    </Layout>
  )
}
