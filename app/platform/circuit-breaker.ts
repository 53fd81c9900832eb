export type BreakerOptions = {
  /** Failures in a row after which nobody is let through any more. */
  failures: number
  /** Milliseconds until one call may try again; they double with each trial that fails. */
  rest: number
  longestRest: number
  /** A clock that never goes back, in milliseconds. */
  now?: () => number
}

export type CircuitState = 'closed' | 'open' | 'half-open'

/**
 * Spares a server that fails, and those who would wait for it: after some failures in a row it is left alone for a
 * while; then a single call tries it, and all are let through again once that one goes well.
 */
export class CircuitBreaker {
  private failed = 0
  private rests = 0
  private restsUntil = 0
  private trying = false
  private readonly now: () => number

  constructor(private readonly options: BreakerOptions) {
    this.now = options.now ?? (() => performance.now())
  }

  state(): CircuitState {
    if (this.failed < this.options.failures) return 'closed'
    return this.now() < this.restsUntil ? 'open' : 'half-open'
  }

  /** Whether a call may go ahead. Whoever gets a yes says afterwards how it went. */
  admits(): boolean {
    const state = this.state()
    if (state === 'closed') return true
    if (state === 'open' || this.trying) return false
    this.trying = true
    return true
  }

  wentWell(): void {
    this.trying = false
    this.failed = 0
    this.rests = 0
  }

  wentBadly(): void {
    this.trying = false
    this.failed += 1
    // Calls that began before it opened may still come back: they make no rest longer.
    if (this.state() !== 'half-open') return
    const { rest, longestRest } = this.options
    this.restsUntil = this.now() + Math.min(rest * 2 ** this.rests, longestRest)
    this.rests += 1
  }
}
