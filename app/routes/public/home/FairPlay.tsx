import { m } from '#app/locales/generated/messages.js'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

const READ = [
  m.public_home_fair_read_1,
  m.public_home_fair_read_2,
  m.public_home_fair_read_3,
  m.public_home_fair_read_4,
]
const NOT_READ = [m.public_home_fair_not_1, m.public_home_fair_not_2, m.public_home_fair_not_3]

/** Why a company reads so little about a person, and what exactly. */
export function FairPlay() {
  return (
    <section className="home-fair" aria-labelledby="fair">
      <div>
        <h2 id="fair">{m.public_home_fair_title()}</h2>
        <p className="home-fair__why">{m.public_home_fair_text()}</p>
      </div>
      <div className="card">
        <Points title={m.public_home_fair_read()} icon="check" lines={READ} />
        <hr />
        <Points title={m.public_home_fair_not()} icon="close" lines={NOT_READ} />
      </div>
    </section>
  )
}

type PointsProps = { title: string; icon: IconName; lines: readonly (() => string)[] }

function Points({ title, icon, lines }: PointsProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul className={`fair-points fair-points--${icon}`}>
        {lines.map((line, index) => (
          <li key={index}>
            <Icon name={icon} />
            {line()}
          </li>
        ))}
      </ul>
    </>
  )
}
