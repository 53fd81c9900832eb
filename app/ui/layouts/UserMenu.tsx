import { Link } from '@remix-run/react'
import type { Role } from '#app/domain/shared/actor.ts'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { roleLabels } from '#app/ui/role-labels.ts'

export type ShellUser = { name: string; role: Role }

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/** Who is signed in, the account, the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
  return (
    <details className="menu" name="shell-menu">
      <summary aria-label={m.ui_menu_of({ name: user.name })}>
        <span className="avatar" aria-hidden="true">
          {initialsOf(user.name)}
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div className="menu-panel">
        <p className="menu-who">
          <strong>{user.name}</strong>
          <span className="muted small">{roleLabels[user.role]()}</span>
        </p>
        <hr />
        <Link className="nav-item" to="/account">
          <Icon name="person" />
          {m.ui_account()}
        </Link>
        <form method="post" action="/esci">
          <button type="submit" className="nav-item">
            <Icon name="sign-out" />
            {m.ui_sign_out()}
          </button>
        </form>
      </div>
    </details>
  )
}
