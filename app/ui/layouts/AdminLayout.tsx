import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** Accounts and organisations; no case data. */
export function AdminLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/admin/account', label: m.ui_nav_accounts(), icon: 'people' },
    { to: '/admin/enti', label: m.ui_nav_organisations(), icon: 'building' },
    { to: '/admin/emergenza', label: m.glass_nav(), icon: 'error' },
    { to: '/admin/coda', label: m.ui_nav_queue(), icon: 'inbox' },
  ]
  return <Shell {...props} nav={nav} navigation="side" home="/admin/account" />
}
