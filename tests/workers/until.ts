/** Waits until `holds` says yes, looking every 50 ms. @throws Error after `ms`, with what was waited for. */
export async function until(what: string, holds: () => Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${String(ms)} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
