import { m } from '#app/locales/generated/messages.js'
import type { NavItem } from '#app/ui/layouts/nav-item.ts'
import { Shell, type LayoutProps } from '#app/ui/layouts/Shell.tsx'

/** The network as its coordinators see it: companies and aggregates, no persons. */
export function NetworkLayout(props: LayoutProps) {
  const nav: NavItem[] = [
    { to: '/rete', label: m.ui_nav_overview(), icon: 'pulse', exact: true },
    { to: '/rete/giornata', label: m.ui_nav_today(), icon: 'today' },
    { to: '/rete/aziende', label: m.ui_nav_companies(), icon: 'building' },
    { to: '/rete/rapporti', label: m.relations_nav(), icon: 'handshake' },
    { to: '/rete/bisogni', label: m.ui_nav_unmet(), icon: 'filter' },
    { to: '/rete/verifiche', label: m.ui_nav_verifications(), icon: 'shield' },
    { to: '/rete/copioni', label: m.playbook_title(), icon: 'file' },
    { to: '/rete/eventi', label: m.events_title(), icon: 'calendar' },
    { to: '/rete/storie', label: m.ui_nav_stories(), icon: 'book' },
    { to: '/rete/testimonial', label: m.ui_nav_testimonials(), icon: 'megaphone' },
    { to: '/rete/avvisi', label: m.audit_notices_nav(), icon: 'alert' },
    { to: '/rete/emergenza', label: m.glass_nav(), icon: 'error' },
    { to: '/rete/regole', label: m.rules_nav(), icon: 'clock' },
  ]
  return <Shell {...props} nav={nav} navigation="side" home="/rete" logUnder="/rete" />
}
