import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'
import { homePath } from '#app/web/home-path.ts'

/** What anyone may read, without an account; whoever has one finds the way back to her own pages. */
export function PublicLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/', label: m.ui_nav_for_companies(), icon: 'briefcase', exact: true },
    { to: '/storie', label: m.ui_nav_stories(), icon: 'book' },
    props.user
      ? { to: homePath(props.user.role), label: m.ui_nav_my_area(), icon: 'today' }
      : { to: '/iscrizione', label: m.ui_nav_sign_up(), icon: 'plus' },
  ]
  return <Shell {...props} nav={nav} navigation="top" />
}
