import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'

/** What is true of openings in general, beside the field it is about; nothing where there is nothing to say. */
export function GeneralAdvice({ sentences = [] }: { sentences?: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <Notice tone="info" title={m.openings_advice_title()}>
      <ul className="plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}
