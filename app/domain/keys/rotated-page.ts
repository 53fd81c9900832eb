/** Where a pass stands in a table: the row after which it goes on. */
export type Place = { orgId: string; id: string }

/** What one transaction of a rotation did: rows it looked at, those it changed, those that no known key opens. */
export type RotatedPage = { seen: number; changed: number; failed: number; last: Place | null }

/** Rows of one transaction: few enough that nobody waits for their locks. */
export const ROTATED_AT_ONCE = 100

export const placeAfter = <R extends Place>(rows: readonly R[]): Place | null => {
  const last = rows.length < ROTATED_AT_ONCE ? undefined : rows.at(-1)
  return last ? { orgId: last.orgId, id: last.id } : null
}

/** Runs `change` on each row. A row that can't be opened holds up no other; it is counted. */
export async function changeEach<R extends Place>(
  rows: readonly R[],
  prepare: (row: R) => (() => Promise<unknown>) | null,
): Promise<RotatedPage> {
  let [changed, failed] = [0, 0]
  for (const row of rows) {
    let change
    try {
      change = prepare(row)
    } catch {
      failed += 1
      continue
    }
    if (!change) continue
    await change()
    changed += 1
  }
  return { seen: rows.length, changed, failed, last: placeAfter(rows) }
}
