import type { MouseEvent } from 'react'

/** Her page is gone before the other site has answered, and its entry in the history with it. */
function leaveAtOnce(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  document.body.hidden = true
  document.title = ''
  sessionStorage.clear()
  if ('speechSynthesis' in window) window.speechSynthesis.cancel()
  window.location.replace(event.currentTarget.href)
}

/** The way out, on every page: ends the visit and goes where anybody could be. Without a script it is a plain link. */
export function LeaveLink({ label }: { label: string }) {
  return (
    <a className="btn btn-primary visit-leave" href="/v/via" rel="noreferrer" onClick={leaveAtOnce}>
      {label}
    </a>
  )
}
