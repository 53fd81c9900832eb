import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'

/** The network has met it before: where its page is. */
export function KnownCompany({ company: { id, name } }: { company: { id: string; name: string } }) {
  return (
    <Notice tone="info" title={m.relationship_new_known({ name })}>
      <p>{m.relationship_new_known_lead()}</p>
      <ButtonLink to={`/lavoro/aziende/${id}`} variant="secondary" size="sm" className="mt-2">
        {m.relationship_new_known_open({ name })}
      </ButtonLink>
    </Notice>
  )
}
