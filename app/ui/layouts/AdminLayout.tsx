import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** Accounts, organisations, settings and the queue; no case data. */
export function AdminLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/admin', label: m.ui_nav_accounts(), icon: 'people', exact: true },
    { to: '/admin/enti', label: m.ui_nav_organisations(), icon: 'building' },
    { to: '/admin/impostazioni', label: m.ui_nav_settings(), icon: 'gear' },
    { to: '/admin/coda', label: m.ui_nav_queue(), icon: 'queue' },
  ]
  return <Shell {...props} nav={nav} navigation="side" home="/admin" />
}
