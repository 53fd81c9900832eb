import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { setClock } from '#app/platform/clock.server.ts'
import { startNumbers } from './factories/sequence.ts'

/**
 * A test that makes something complain has failed, even when its own expectations hold. Whoever expects a complaint
 * replaces `console.error` with a spy of their own, which then sees it instead.
 */
let complaints: unknown[][] = []

const complain = (...args: unknown[]): void => {
  complaints.push(args)
}
console.error = complain

// vitest's processes outlive a vitest that was killed, and would go on using their databases.
process.once('disconnect', () => process.exit(1))

afterEach(() => {
  const heard = complaints
  complaints = []
  if (heard.length === 0) return
  throw new Error(`console.error was called:\n${heard.map((args) => args.map(text).join(' ')).join('\n')}`)
})

// A process's own: what one file removes, another process's file must not miss.
process.env.AUDIT_ANCHORS = path.join(tmpdir(), `passaparola-anchors-${String(process.pid)}.log`)
process.env.ERASURE_LEDGER = path.join(tmpdir(), `passaparola-erasures-${String(process.pid)}.log`)

// Files that share a process share its clock and its numbers.
startNumbers()
const restoreClock = setClock(() => new Date())
afterAll(restoreClock)

function text(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(value)
}
