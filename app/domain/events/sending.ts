/** Where an invitation is on its way to a company. */
export type Sending = 'waits' | 'under_way' | 'sent' | 'asked' | 'to_ask' | 'uncertain' | 'failed' | 'stopped'

type Sent = {
  kind: 'message' | 'task'
  state: 'planned' | 'done' | 'cancelled' | 'skipped' | 'handed_on'
  mail: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled' | null
}

/** How far an invitation got, by its message or task and the mail that carries it. */
export function howFar({ kind, state, mail }: Sent): Sending {
  if (mail === 'uncertain' || mail === 'failed') return mail
  if (state === 'done') return kind === 'message' || mail === 'sent' ? 'sent' : 'asked'
  if (state !== 'planned') return 'stopped'
  if (kind === 'task') return 'to_ask'
  return mail === 'pending' || mail === 'sending' ? 'under_way' : 'waits'
}
