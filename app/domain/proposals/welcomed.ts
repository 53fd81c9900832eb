/** What a placement can come from: a card that the company welcomed. */
export const isWelcomed = ({ state, answer }: { state: string; answer: string | null }): boolean =>
  state === 'answered' && (answer === 'interested' || answer === 'talk')
