import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** What anyone may read, without an account. */
export function PublicLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/', label: m.ui_nav_for_companies(), icon: 'briefcase', exact: true },
    { to: '/storie', label: m.ui_nav_stories(), icon: 'book' },
    { to: '/iscrizione', label: m.ui_nav_sign_up(), icon: 'plus' },
  ]
  return <Shell {...props} nav={nav} navigation="top" />
}
