import { Link } from '@remix-run/react'
import { fillText } from '#app/domain/visits/fill-text.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { Listen } from '#app/ui/visit/Listen.tsx'
import { useVisitFrame } from '#app/ui/visit/visit-frame.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { byVisit } from '#app/web/visit/by-visit.server.ts'

export const loader = defineLoader(byVisit, () => Promise.resolve(null))

const PARTS = ['who', 'what', 'why', 'companies', 'time', 'rights', 'safe'] as const

/** The information sheet (GDPR art. 13), in words that can be read aloud. */
export default function About() {
  const { texts, idleMs } = useVisitFrame()
  const parts = PARTS.map((part) => ({
    title: texts[`info_${part}_title`],
    text: fillText(texts[`info_${part}`], { minutes: idleMs / MINUTE }),
  }))
  return (
    <>
      <h1>{texts.info_title}</h1>
      <Listen text={parts.map(({ title, text }) => `${title}. ${text}`).join('\n')} />
      {parts.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <p>
        <Link to="/v/1">{texts.back}</Link>
      </p>
    </>
  )
}
