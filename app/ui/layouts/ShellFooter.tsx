import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'

/** The network's name and duties. No organisation is named: that alone could say who someone is. */
export function ShellFooter() {
  return (
    <footer className="shell-footer">
      <div className="shell-footer__bar">
        <p>
          <strong>Passaparola</strong> · {m.ui_footer_network()}
        </p>
        <nav aria-label={m.ui_nav_footer()}>
          <ul className="plain-list">
            <li>
              <Link to="/privacy">{m.ui_footer_privacy()}</Link>
            </li>
            <li>
              <Link to="/accessibilita">{m.ui_footer_accessibility()}</Link>
            </li>
            <li>
              <Link to="/crediti">{m.ui_footer_credits()}</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
