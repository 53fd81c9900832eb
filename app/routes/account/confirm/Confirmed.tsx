import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'

/** After a second factor on the way to a file: the press that fetches it, and the way back. */
export function Confirmed({ to, home }: { to: string; home: string }) {
  return (
    <div className="form-page stack">
      <PageHeader title={m.security_confirmed_title()} lead={m.security_confirmed_lead()} />
      <div className="button-row">
        <ButtonLink to={to} reloadDocument icon="file">
          {m.security_confirmed_download()}
        </ButtonLink>
        <ButtonLink to={home} variant="quiet">
          {m.security_confirmed_home()}
        </ButtonLink>
      </div>
    </div>
  )
}
