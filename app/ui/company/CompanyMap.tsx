import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Table } from '#app/ui/Table.tsx'
import type { MapView } from '#app/ui/company/portfolio-view.ts'

/** Units of the picture; the area of a point grows with the number of its companies. */
const [LEAST, MOST] = [5, 22]

const radius = (share: number): string => (LEAST + (MOST - LEAST) * Math.sqrt(share)).toFixed(1)

/** The territory as a picture of its comuni, the companies on it, and the same as a table. Nothing is fetched elsewhere. */
export function CompanyMap({ map: { width, height, ground, points, elsewhere } }: { map: MapView }) {
  return (
    <div className="row">
      <div className="col-lg-7">
        <svg
          className="map"
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={m.portfolio_map_title()}
        >
          {ground.map(({ code, dots }, index) => (
            <path key={code} className={`map__ground map__ground--${index % 2}`} d={dots} />
          ))}
          {points.map(({ code, name, total, share, x, y, query }) => (
            <Link
              key={code}
              to={`?${query}`}
              aria-label={m.portfolio_map_point({ place: name, count: total })}
            >
              <circle className="map__point" cx={x} cy={y} r={radius(share)}>
                <title>{m.portfolio_map_point({ place: name, count: total })}</title>
              </circle>
            </Link>
          ))}
          {ground.map(({ code, name, x, y }) => (
            <text key={code} x={x} y={y} textAnchor="middle" aria-hidden="true">
              {name}
            </text>
          ))}
        </svg>
        <p className="muted small">{m.portfolio_map_lead()}</p>
        {elsewhere > 0 ? <p className="small">{m.portfolio_map_elsewhere({ count: elsewhere })}</p> : null}
      </div>
      <div className="col-lg-5 map-table">
        <Table
          compact
          caption={m.portfolio_map_table()}
          rows={points}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'place',
              header: m.relationship_fact_place(),
              cell: ({ name, query }) => <Link to={`?${query}`}>{name}</Link>,
            },
            {
              key: 'total',
              header: m.relationship_companies(),
              align: 'end',
              cell: ({ total }) => total,
            },
          ]}
        />
      </div>
    </div>
  )
}
