import { scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { getLocale } from '#app/locales/generated/runtime.js'
import { ChartFrame } from '#app/ui/charts/ChartFrame.tsx'

export type Bar = { label: string; value: number; note?: string }

type BarChartProps = {
  title: string
  /** What the picture says, in a sentence; read out in its place. */
  description: string
  bars: readonly Bar[]
  labelHeader: string
  valueHeader: string
  formatValue?: (value: number) => string
  /** The longest bar possible; the largest value unless told otherwise. */
  max?: number
}

const ROW = 48

/** Horizontal bars: the label stands above its bar, so that long Italian words fit a phone. */
export function BarChart(props: BarChartProps) {
  const { title, description, bars, labelHeader, valueHeader } = props
  const id = useId()
  const number = new Intl.NumberFormat(getLocale())
  const format = props.formatValue ?? ((value: number) => number.format(value))
  const width = scaleLinear()
    .domain([0, props.max ?? Math.max(1, ...bars.map((bar) => bar.value))])
    .range([0, 100])
  const text = (bar: Bar) => (bar.note ? `${format(bar.value)} · ${bar.note}` : format(bar.value))
  return (
    <ChartFrame
      title={title}
      head={[labelHeader, valueHeader]}
      rows={bars.map((bar) => [bar.label, text(bar)])}
    >
      <svg height={bars.length * ROW} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {bars.map((bar, index) => (
          <g key={bar.label}>
            <text className="chart-label" x="0" y={index * ROW + 17}>
              {bar.label}
            </text>
            <text x="100%" y={index * ROW + 17} textAnchor="end">
              {text(bar)}
            </text>
            <rect className="fill-track" y={index * ROW + 25} width="100%" height="12" rx="6" />
            <rect
              className="fill-brand"
              y={index * ROW + 25}
              width={`${width(bar.value).toFixed(1)}%`}
              height="12"
              rx="6"
            />
          </g>
        ))}
      </svg>
    </ChartFrame>
  )
}
