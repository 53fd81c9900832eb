import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import type { Tone } from '#app/ui/tone.ts'

/** A short neutral label, such as a sector or a count. For a state with a meaning use `StatusTag`. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames('tag', tone !== 'neutral' && `tag--${tone}`)}>{children}</span>
}
