import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'

/** The last word of the page: what to do now; and one line for who is not a company. */
export function Closing() {
  return (
    <>
      <section className="home-closing" aria-labelledby="closing">
        <div>
          <h2 id="closing">{m.public_home_end_title()}</h2>
          <p>{m.public_home_end_text()}</p>
        </div>
        <div className="button-row">
          <ButtonLink to="/iscrizione">{m.public_home_sign_up()}</ButtonLink>
          <ButtonLink to="/accedi" variant="secondary">
            {m.public_home_sign_in()}
          </ButtonLink>
        </div>
      </section>
      <p className="muted">{m.public_home_organisations()}</p>
    </>
  )
}
