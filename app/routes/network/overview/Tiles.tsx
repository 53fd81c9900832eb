import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { formatNumber } from '#app/web/format.ts'

type TilesProps = {
  companies: number
  waiting: number
  openOpenings: number
  testimonials: number
  storiesPublished: number
}

/** The five figures that a coordinator looks at first; each leads to what is behind it. */
export function Tiles({ companies, waiting, openOpenings, testimonials, storiesPublished }: TilesProps) {
  const tiles = [
    { value: companies, label: m.network_tile_companies(), to: '/rete/aziende' },
    { value: waiting, label: m.network_tile_waiting(), to: '/rete/verifiche' },
    { value: openOpenings, label: m.network_tile_openings() },
    { value: testimonials, label: m.network_tile_testimonials(), to: '/rete/testimonial' },
    { value: storiesPublished, label: m.network_tile_stories(), to: '/rete/storie?stato=published' },
  ]
  return (
    <ul className="tiles">
      {tiles.map(({ value, label, to }) => (
        <li key={label}>
          <strong>{formatNumber(value)}</strong> {to ? <Link to={to}>{label}</Link> : <span>{label}</span>}
        </li>
      ))}
    </ul>
  )
}
