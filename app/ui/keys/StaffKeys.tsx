import { Link, useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import { KeyHelp } from '#app/ui/keys/KeyHelp.tsx'
import { logPath } from '#app/ui/keys/log-path.ts'
import { isPlainKey } from '#app/ui/keys/single-keys.ts'

/**
 * What is at hand on every page of those who work here: `l` or one thumb to log a contact, `?` for all the keys. In a
 * line of the day, and on the page of a company, the contact is with that company.
 */
export function StaffKeys({ home }: { home: string }) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.key !== 'l' && event.key !== '?') || !isPlainKey(event)) return
      event.preventDefault()
      if (event.key === '?') dialog.current?.showModal()
      else {
        const near = document.activeElement?.closest<HTMLElement>('[data-log]')?.dataset.log
        navigate(near ?? logPath(home, pathname))
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [home, pathname, navigate])
  return (
    <div className="at-hand no-print">
      {scripted ? (
        <button
          type="button"
          className="btn btn-outline-primary btn-sm at-hand__keys"
          onClick={() => dialog.current?.showModal()}
        >
          <kbd>?</kbd> {m.keys_open()}
        </button>
      ) : null}
      {pathname.endsWith('/contatto') ? null : (
        <Link className="btn btn-primary at-hand__log" to={logPath(home, pathname)}>
          <Icon name="phone" />
          <span>{m.relationship_log()}</span>
        </Link>
      )}
      <KeyHelp ref={dialog} />
    </div>
  )
}
