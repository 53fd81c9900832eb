import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { WordOfMouth } from './WordOfMouth.tsx'

/** What it is, for whom, and the way in; the hills and the firms that pass the word on close the picture. */
export function HomeHero() {
  return (
    <div className="home-hero">
      <div className="home-hero__words">
        <p className="home-hero__eyebrow">{m.public_home_eyebrow()}</p>
        <h1>
          <span>{m.public_home_title()}</span> <span>{m.public_home_title_stay()}</span>
        </h1>
        <p className="home-hero__lead">{m.public_home_lead()}</p>
        <div className="button-row">
          <ButtonLink to="/iscrizione" icon="arrow-right">
            {m.public_home_sign_up()}
          </ButtonLink>
          <ButtonLink to="/accedi" variant="secondary">
            {m.public_home_sign_in()}
          </ButtonLink>
        </div>
        <p className="home-hero__terms">{m.public_home_terms()}</p>
      </div>
      <WordOfMouth />
    </div>
  )
}
