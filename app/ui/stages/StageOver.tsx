import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** A link that opens nothing any more: that it is so, never why, and what to do now. */
export function StageOver({ title, lead, next }: { title: string; lead: string; next?: string }) {
  return (
    <div className="narrow stack">
      <PageHeader title={title} lead={lead} />
      {next ? <p>{next}</p> : null}
      <p>
        <ButtonLink to="/azienda" variant="secondary">
          {m.stages_c_back()}
        </ButtonLink>
      </p>
    </div>
  )
}

/** An address that was copied in part. */
export const AlteredLink = () => (
  <StageOver title={m.proposals_link_altered_title()} lead={m.proposals_link_altered_lead()} />
)
