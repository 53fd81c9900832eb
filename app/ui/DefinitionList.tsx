import type { ReactNode } from 'react'

export type Definition = { term: string; value: ReactNode }

/** Facts as term and value. A fact without a value shows a dash, so that a gap can be seen. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="definitions">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
