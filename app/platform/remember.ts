/**
 * Asks `source` at most once in `ms` milliseconds, however many ask; those who come while an answer is on its way wait
 * for the same one. A failure is not kept.
 */
export function remember<T>(ms: number, source: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; answer: Promise<T> } | undefined
  return () => {
    const at = performance.now()
    if (kept && kept.until > at) return kept.answer
    const asked = { until: at + ms, answer: source() }
    kept = asked
    asked.answer.catch(() => {
      if (kept === asked) kept = undefined
    })
    return asked.answer
  }
}
