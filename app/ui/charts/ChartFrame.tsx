import type { ReactNode } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'

type ChartFrameProps = {
  title: string
  /** The same data as a table: header cells, then rows whose first cell names them. */
  head: readonly string[]
  rows: readonly (readonly string[])[]
  children: ReactNode
}

/** A figure: what it shows, the picture, and its data as a table for whoever wants the numbers. */
export function ChartFrame({ title, head, rows, children }: ChartFrameProps) {
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {children}
      <Disclosure summary={m.ui_chart_data()}>
        {/* On a phone it scrolls sideways, by the keyboard too. */}
        <div className="table-frame" role="region" aria-label={title} tabIndex={0}>
          <table className="table table--compact">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {head.map((cell, index) => (
                  <th key={cell} scope="col" className={index > 0 ? 'cell-end' : undefined}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={head[index + 1]} className="cell-end">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclosure>
    </figure>
  )
}
