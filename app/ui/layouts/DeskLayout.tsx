import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** The desk of case managers, who work here all day. */
export function DeskLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/lavoro', label: m.ui_nav_today(), icon: 'today', exact: true },
    { to: '/lavoro/aziende', label: m.ui_nav_companies(), icon: 'building' },
    { to: '/lavoro/opportunita', label: m.ui_nav_openings(), icon: 'briefcase' },
    { to: '/lavoro/persone', label: m.ui_nav_people(), icon: 'people' },
    { to: '/lavoro/eventi', label: m.events_title(), icon: 'calendar' },
    { to: '/lavoro/storie', label: m.ui_nav_stories(), icon: 'book' },
  ]
  return <Shell {...props} nav={nav} navigation="side" home="/lavoro" logUnder="/lavoro" />
}
