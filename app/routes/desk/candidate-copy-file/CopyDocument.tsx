import { m } from '#app/locales/generated/messages.js'

export type CopySection = { title: string; facts: { term: string; value: string }[] }
export type CopyWords = { locale: string; code: string; made: string; sections: CopySection[] }

/** Read from a disk, away from our pages and their policy: it brings its looks along. */
const LOOKS = `
  body { font: 1rem/1.5 'Titillium Web', 'Segoe UI', Arial, sans-serif; color: #17302d; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9d3cf }
  dl { margin: 0 } div { padding: .3rem 0; break-inside: avoid } dt { font-weight: 600 }
  dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere } .quiet { color: #4b615e }
  @media print { body { margin: 0; max-width: none } h2 { break-after: avoid } }`

/** Everything kept about a person, for her to read and to print. */
export function CopyDocument({ locale, code, made, sections }: CopyWords) {
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{m.audit_copy_document({ code })}</title>
        <style>{LOOKS}</style>
      </head>
      <body>
        <h1>{m.audit_copy_document({ code })}</h1>
        <p className="quiet">{made}</p>
        <p>{m.audit_copy_document_lead()}</p>
        {sections.map(({ title, facts }) => (
          <section key={title}>
            <h2>{title}</h2>
            {facts.length === 0 ? (
              <p>{m.audit_copy_nothing()}</p>
            ) : (
              <dl>
                {facts.map(({ term, value }, index) => (
                  <div key={index}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        ))}
        <p className="quiet">{m.audit_copy_document_end()}</p>
      </body>
    </html>
  )
}
