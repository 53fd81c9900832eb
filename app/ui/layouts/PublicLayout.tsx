import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** What anyone may read, without an account. */
export function PublicLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/per-le-aziende', label: m.ui_nav_for_companies(), icon: 'briefcase' },
    { to: '/storie', label: m.ui_nav_stories(), icon: 'book' },
    { to: '/opportunita', label: m.ui_nav_openings(), icon: 'search' },
    { to: '/per-chi-cerca', label: m.ui_nav_for_seekers(), icon: 'person' },
  ]
  return <Shell {...props} nav={nav} navigation="top" />
}
