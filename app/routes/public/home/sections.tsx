import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

const GAINS: readonly { icon: IconName; name: () => string; title: () => string; text: () => string }[] = [
  { icon: 'clock', name: m.public_home_time, title: m.public_home_time_title, text: m.public_home_time_text },
  { icon: 'file', name: m.public_home_cost, title: m.public_home_cost_title, text: m.public_home_cost_text },
  {
    icon: 'shield',
    name: m.public_home_risk,
    title: m.public_home_risk_title,
    text: m.public_home_risk_text,
  },
  {
    icon: 'ladder',
    name: m.public_home_stay,
    title: m.public_home_stay_title,
    text: m.public_home_stay_text,
  },
]

const STEPS: readonly { title: () => string; text: () => string }[] = [
  { title: m.public_home_step_1, text: m.public_home_step_1_text },
  { title: m.public_home_step_2, text: m.public_home_step_2_text },
  { title: m.public_home_step_3, text: m.public_home_step_3_text },
  { title: m.public_home_step_4, text: m.public_home_step_4_text },
]

const QUESTIONS: readonly { question: () => string; answer: () => string }[] = [
  { question: m.public_home_faq_hire, answer: m.public_home_faq_hire_text },
  { question: m.public_home_faq_papers, answer: m.public_home_faq_papers_text },
  { question: m.public_home_faq_nobody, answer: m.public_home_faq_nobody_text },
  { question: m.public_home_faq_problem, answer: m.public_home_faq_problem_text },
]

/** Time, cost, risk, retention: what the network is worth to a firm. */
export function Gains() {
  return (
    <section aria-labelledby="gains">
      <h2 id="gains">{m.public_home_gains_title()}</h2>
      <ul className="gain-grid">
        {GAINS.map(({ icon, name, title, text }) => (
          <li key={icon}>
            <span className="gain-icon">
              <Icon name={icon} />
            </span>
            <div>
              <p className="gain-name">{name()}</p>
              <h3>{title()}</h3>
              <p>{text()}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How it works, in four steps. */
export function Steps() {
  return (
    <section className="home-band" aria-labelledby="steps">
      <h2 id="steps">{m.public_home_how_title()}</h2>
      <ol className="home-steps">
        {STEPS.map(({ title, text }, index) => (
          <li key={index}>
            <span className="home-step-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h3>{title()}</h3>
              <p>{text()}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What every firm asks, answered in three lines. */
export function Questions() {
  return (
    <section className="home-questions" aria-labelledby="questions">
      <h2 id="questions">{m.public_home_faq_title()}</h2>
      <div>
        {QUESTIONS.map(({ question, answer }, index) => (
          <Disclosure key={index} summary={question()}>
            <p>{answer()}</p>
          </Disclosure>
        ))}
      </div>
    </section>
  )
}
