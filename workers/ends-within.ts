/**
 * Waits for `work`, but for no longer than `longest` milliseconds. What it does afterwards is for nobody: whoever lets go of
 * it must be able to bear both that it goes on and that it never ends.
 * @returns whether it came to its end in time. @throws what it throws until then.
 */
export async function endsWithin(longest: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longest)
  })
  try {
    return await Promise.race([work.then(() => true), patience])
  } finally {
    clearTimeout(timer)
  }
}
