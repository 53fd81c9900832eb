import type { Marked } from '#app/domain/search/highlight.ts'

/** A text with the words it was found by marked. */
export function MarkedText({ pieces }: { pieces: readonly Marked[] }) {
  return (
    <>
      {pieces.map(({ text, marked }, at) =>
        marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  )
}
