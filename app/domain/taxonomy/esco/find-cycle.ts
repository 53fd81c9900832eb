/**
 * A way from a code back to itself: the codes along it, the first again at the end. Undefined where there is none.
 * Iterative, since a chain of a damaged file may be longer than the stack.
 */
export function findCycle(links: Iterable<{ from: string; to: string }>): string[] | undefined {
  const above = new Map<string, string[]>()
  for (const { from, to } of links) {
    const known = above.get(from)
    if (known) known.push(to)
    else above.set(from, [to])
  }
  const done = new Set<string>()
  for (const start of above.keys()) {
    const cycle = done.has(start) ? undefined : climb(start, above, done)
    if (cycle) return cycle
  }
  return undefined
}

function climb(start: string, above: ReadonlyMap<string, string[]>, done: Set<string>): string[] | undefined {
  const path = [start]
  const onPath = new Set(path)
  const waiting = [[...(above.get(start) ?? [])]]
  while (path.length > 0) {
    const next = waiting.at(-1)?.pop()
    if (next === undefined) {
      const left = path.pop()
      if (left !== undefined) {
        onPath.delete(left)
        done.add(left)
      }
      waiting.pop()
    } else if (onPath.has(next)) {
      return [...path.slice(path.indexOf(next)), next]
    } else if (!done.has(next)) {
      path.push(next)
      onPath.add(next)
      waiting.push([...(above.get(next) ?? [])])
    }
  }
  return undefined
}
