import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'

/** The sectors the network works in; those with a story lead to it. */
export function Sectors({ sectors }: { sectors: readonly { code: string; label: string; told: boolean }[] }) {
  return (
    <section aria-labelledby="sectors">
      <h2 id="sectors">{m.public_home_sectors_title()}</h2>
      {sectors.some(({ told }) => told) ? <p className="muted">{m.public_home_sectors_lead()}</p> : null}
      <ul className="home-sectors">
        {sectors.map(({ code, label, told }) => (
          <li key={code}>
            {told ? (
              <Link className="chip" to={`/storie?settore=${code}`}>
                {label}
              </Link>
            ) : (
              <span className="chip chip--plain">{label}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
