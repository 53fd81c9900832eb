import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'

/** The tables above it as a file. A plain link: a file is no page of ours. */
export function TableFile({ table }: { table: string }) {
  return (
    <ButtonLink
      to={`/rete/rapporti/esporta?tabella=${table}`}
      reloadDocument
      variant="secondary"
      size="sm"
      icon="file"
      className="no-print"
    >
      {m.portfolio_export_csv()}
      <span className="visually-hidden">: {table}</span>
    </ButtonLink>
  )
}
