import type { IconName } from '#app/ui/icon-paths.ts'

export type NavItem = {
  to: string
  label: string
  icon: IconName
  /** Current on this very address only, not below it. */
  exact?: boolean
}

/** The value of `aria-current` for a link to `item` on the page at `path`. */
export function currentOn(path: string, { to, exact }: NavItem): 'page' | 'true' | undefined {
  const here = path.split('?')[0] ?? ''
  if (here === to) return 'page'
  return !exact && here.startsWith(`${to}/`) ? 'true' : undefined
}
