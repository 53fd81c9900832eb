import { Form, Link, useFetcher, useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'

export type FoundCompany = { to: string; name: string; place: string; heard: string | null }
type Found = { query: string; found: FoundCompany[] }

/** A pause in typing, in milliseconds: shorter asks for every letter, longer feels slow. */
const PAUSE = 150

/**
 * Which company it was: a search that shows what it finds as one types, where a script runs. Enter takes the first,
 * the arrows go through the list.
 */
export function FindToLog({ path, ...asked }: Found & { path: string }) {
  const { load, data } = useFetcher<Found>()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(asked.query)
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (typed.trim() === asked.query) return
    const waiting = setTimeout(() => load(`${path}?${new URLSearchParams({ q: typed }).toString()}`), PAUSE)
    return () => clearTimeout(waiting)
  }, [typed, asked.query, path, load])

  const { query, found } = typed.trim() !== asked.query && data ? data : asked
  const links = () => [...(list.current?.querySelectorAll('a') ?? [])]
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = links().findIndex((link) => link === document.activeElement) + step
    ;(links()[at] ?? input.current)?.focus()
  }
  const first = found[0]
  return (
    <div onKeyDown={move}>
      <Form
        method="get"
        action={path}
        role="search"
        onSubmit={(event) => {
          if (!first || query !== typed.trim()) return
          event.preventDefault()
          navigate(first.to)
        }}
      >
        <div className="field">
          <label className="form-label" htmlFor="log-q">
            {m.day_log_company()}
          </label>
          <input
            ref={input}
            id="log-q"
            name="q"
            type="search"
            className="form-control"
            value={typed}
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button variant="secondary" icon="search">
          {m.day_log_search()}
        </Button>
      </Form>
      <p className="muted mt-3" role="status">
        {query === ''
          ? found.length > 0
            ? m.day_log_at_hand()
            : ''
          : m.day_log_found({ count: found.length })}
      </p>
      <ul className="plain-list found-list" ref={list}>
        {found.map(({ to, name, place, heard }) => (
          <li key={to}>
            <Link to={to}>
              <strong>{name}</strong> <span className="muted">{place}</span>
              {heard ? <span className="found-list__heard">{heard}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
