/**
 * What one constraint says of one opening and one person: met, or blocked with what blocks it. The facts are for
 * her case manager and for the texts; they never reach a company.
 */
export type VerdictOf<Constraint extends string, Met, Blocked> =
  | { constraint: Constraint; met: true; facts: Met }
  | { constraint: Constraint; met: false; facts: Blocked }
