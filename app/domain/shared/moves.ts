/** From each state, the states that follow it and who may make that move. What is not named is not a move. */
export type Moves<State extends string, Mover extends string> = Record<
  State,
  Partial<Record<State, readonly Mover[]>>
>

export type Move = { ok: true } | { ok: false; why: 'not_a_move' | 'not_by_you' }

/** Whether `moves` lets `by` go from `from` to `to`. */
export function judgeMove<State extends string, Mover extends string>(
  moves: Moves<State, Mover>,
  from: State,
  to: State,
  by: Mover,
): Move {
  const movers = moves[from][to]
  if (!movers) return { ok: false, why: 'not_a_move' }
  return movers.includes(by) ? { ok: true } : { ok: false, why: 'not_by_you' }
}
