import { Fragment, useId } from 'react'
import { getLocale } from '#app/locales/generated/runtime.js'
import { ChartFrame } from '#app/ui/charts/ChartFrame.tsx'
import { lineGeometry, PLOT, type Series } from '#app/ui/charts/line-geometry.ts'

type LineChartProps = {
  title: string
  /** What the picture says, in a sentence; read out in its place. */
  description: string
  /** Up to four lines, told apart by colour, dash and marker. */
  series: readonly Series[]
  dateHeader: string
  domain?: [number, number]
  formatValue?: (value: number) => string
  /** What happened up to each point; marked on the picture and told in a column of the table. */
  notes?: { header: string; of: readonly { date: string; note: string }[] }
  /** A day as it is written below the axis and in the table. */
  formatDate?: (day: string) => string
}

const DASHES = [undefined, '7 4', '2 4', '10 3 2 3']
const MARKERS = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', 'M-4-4h8v8h-8z', 'M0-5 5 4H-5z', 'M0-5 5 0 0 5-5 0z']
const MARKED_POINTS = 24

const noteOn = (of: readonly { date: string; note: string }[], day: string) =>
  of.find(({ date }) => date.slice(0, 10) === day)?.note

/** Values over time. The lines stretch with the page, the letters do not. */
export function LineChart(props: LineChartProps) {
  const { title, description, series, dateHeader, domain, notes } = props
  const id = useId()
  const locale = getLocale()
  const number = new Intl.NumberFormat(locale)
  const monthYear = new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  const format = props.formatValue ?? ((value: number) => number.format(value))
  const dateText = props.formatDate ?? ((day: string) => monthYear.format(new Date(day)))
  const { days, at, xTicks, yTicks, paths } = lineGeometry(series, domain)
  const share = (x: number) => `${((x / PLOT.width) * 100).toFixed(2)}%`
  const valueOn = (day: string, { points }: Series) => points.find((point) => point.date.slice(0, 10) === day)
  const rows = days.map((day) => [
    dateText(day),
    ...series.map((each) => {
      const point = valueOn(day, each)
      return point ? format(point.value) : '–'
    }),
    ...(notes ? [noteOn(notes.of, day) || '–'] : []),
  ])
  return (
    <ChartFrame
      title={title}
      head={[dateHeader, ...series.map((each) => each.name), ...(notes ? [notes.header] : [])]}
      rows={rows}
    >
      <svg
        height={PLOT.top + PLOT.height + PLOT.bottom}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {yTicks.map(({ value, y }) => (
          <Fragment key={value}>
            <line className="grid-line" x1="0" x2="100%" y1={PLOT.top + y} y2={PLOT.top + y} />
            <text className="chart-tick" x="0" y={PLOT.top + y - 5}>
              {format(value)}
            </text>
          </Fragment>
        ))}
        {xTicks.map(({ day, x }, index) => (
          <text
            key={day}
            x={share(x)}
            y={PLOT.top + PLOT.height + 22}
            textAnchor={index === 0 ? 'start' : index === xTicks.length - 1 ? 'end' : 'middle'}
          >
            {dateText(day)}
          </text>
        ))}
        <svg
          y={PLOT.top}
          width="100%"
          height={PLOT.height}
          viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
          preserveAspectRatio="none"
        >
          {paths.map((path, index) => (
            <path
              key={series[index]?.name}
              className={`chart-line series-${index}`}
              stroke="currentColor"
              strokeDasharray={DASHES[index]}
              d={path}
            />
          ))}
        </svg>
        {(notes?.of ?? [])
          .filter(({ note }) => note)
          .map(({ date, note }) => (
            <svg
              key={date}
              x={share(at({ date, value: 0 }).x)}
              y={PLOT.top + PLOT.height - 2}
              width="1"
              height="1"
              className="chart-marker chart-cause"
            >
              <path d="M0-9 4-1H-4z">
                <title>{`${dateText(date.slice(0, 10))}: ${note}`}</title>
              </path>
            </svg>
          ))}
        {series.map(({ name, points }, index) =>
          points.length > MARKED_POINTS
            ? null
            : points.map((point) => (
                <svg
                  key={`${name}${point.date}`}
                  x={share(at(point).x)}
                  y={PLOT.top + at(point).y}
                  width="1"
                  height="1"
                  className={`chart-marker series-${index}`}
                >
                  <path d={MARKERS[index]} fill="currentColor" />
                </svg>
              )),
        )}
      </svg>
      {series.length > 1 ? (
        <ul className="chart-legend">
          {series.map(({ name }, index) => (
            <li key={name} className={`series-${index}`}>
              <svg className="chart-legend__sample" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
                <path
                  className="chart-line"
                  stroke="currentColor"
                  strokeDasharray={DASHES[index]}
                  d="M0 6h28"
                />
                <path d={MARKERS[index]} fill="currentColor" transform="translate(14 6)" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </ChartFrame>
  )
}
