import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** What the HR contact of one company sees. */
export function CompanyLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/azienda', label: m.ui_nav_company_home(), icon: 'today', exact: true },
    { to: '/azienda/opportunita', label: m.ui_nav_my_openings(), icon: 'briefcase' },
    { to: '/azienda/proposte', label: m.ui_nav_proposals(), icon: 'inbox' },
    { to: '/azienda/storie', label: m.ui_nav_stories(), icon: 'book' },
  ]
  return <Shell {...props} nav={nav} navigation="top" home="/azienda" />
}
