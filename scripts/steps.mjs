/** A problem we can name: its message is one line that says what is wrong and what to do about it. */
export class Stop extends Error {}

/** The seconds since `since`, as people write them: `0.4 s`, `31 s`. */
export function elapsed(since) {
  const seconds = (Date.now() - since) / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
}

/**
 * Numbered steps, one line each: `[2/7] dependencies … ok (31 s)`. A step that takes long adds a dot every five
 * seconds, so that nobody takes it for stuck. What `work` returns, when it is a string, replaces `ok`; what it passes to
 * its argument is printed below the line. No step begins once `cancelled` says so.
 */
export function createSteps(total, cancelled = () => false) {
  let done = 0
  return {
    async step(title, work) {
      if (cancelled()) throw new Stop('stopped')
      done += 1
      const since = Date.now()
      const notes = []
      const out = process.stdout
      out.write(`[${done}/${total}] ${title} … `)
      const alive = setInterval(() => out.write('.'), 5000)
      try {
        const outcome = await work((line) => notes.push(`      ${line}\n`))
        clearInterval(alive)
        out.write(`${typeof outcome === 'string' ? outcome : 'ok'} (${elapsed(since)})\n${notes.join('')}`)
        return outcome
      } catch (error) {
        clearInterval(alive)
        out.write(`failed (${elapsed(since)})\n`)
        throw error
      }
    },
  }
}

/** Ends a command on an error: our own problems as their one line, anything unforeseen with its stack. */
export function fail(error) {
  console.error(error instanceof Stop ? error.message : error)
  process.exitCode = 1
}
