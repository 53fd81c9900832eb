type CandidateCardProps = {
  title: string
  week: string
  lines: readonly { name: string; label: string; values: readonly string[] }[]
}

/** The card of one person, the same for who sends it and for who gets it; prints on a sheet of its own. */
export function CandidateCard({ title, week, lines }: CandidateCardProps) {
  return (
    <section className="card print-card" aria-labelledby="card-title">
      <p className="card-eyebrow">{week}</p>
      <h2 className="card-title" id="card-title">
        {title}
      </h2>
      <dl className="definitions">
        {lines.map(({ name, label, values }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              {values.length > 1 ? (
                <ul className="plain-list">
                  {values.map((value) => (
                    <li key={value}>{value}</li>
                  ))}
                </ul>
              ) : (
                values[0]
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
