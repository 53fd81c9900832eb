/** What a benchmark measured: times in milliseconds, anything else named with its unit. */
export type Row = { name: string; p50?: number; p95?: number; [figure: string]: number | string | undefined }

/** A figure that must hold: `value` against `limit`, `met` told by the benchmark. */
export type Target = { id: string; value: number; limit: number; met: boolean }

export type Report = { name: string; size: number; rows: Row[]; targets: Target[] }

/** A figure that must not be above its limit. */
export const atMost = (id: string, value: number, limit: number): Target => ({
  id,
  value: round(value),
  limit,
  met: value <= limit,
})

/** A figure that must not be below its limit. */
export const atLeast = (id: string, value: number, limit: number): Target => ({
  id,
  value: round(value),
  limit,
  met: value >= limit,
})

export const round = (value: number): number => Number(value.toPrecision(4))

const figure = (value: number | string | undefined): string =>
  typeof value === 'number' ? String(round(value)) : (value ?? '')

/** A report for people: a line a row, then a line a target. */
export function inWords({ name, size, rows, targets }: Report): string {
  const lines = rows.map(({ name: row, ...figures }) =>
    [
      row.padEnd(44),
      ...Object.entries(figures).map(([key, value]) => `${key} ${figure(value)}`.padEnd(18)),
    ].join(' '),
  )
  const verdicts = targets.map(
    ({ id, value, limit, met }) =>
      `${met ? 'met   ' : 'MISSED'} ${id}: ${figure(value)} (limit ${figure(limit)})`,
  )
  return [`${name}, size ${size}`, ...lines, '', ...verdicts].join('\n')
}
