/** What an attempt comes to: `ok`, or the reason of its refusal. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { reason?: string }) => error.reason ?? 'fault',
  )

/** The results of doing it so many times, one after the other. */
export const times = async <T>(count: number, work: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let index = 0; index < count; index += 1) results.push(await work())
  return results
}
