import type { MessageLocale, MessageWords } from '#app/domain/messages/templates.ts'
import { m } from '#app/locales/generated/messages.js'

type MessagePaperProps = { words: MessageWords; locale: MessageLocale; firstName: string }

const greetings = { it: m.rules_preview_greeting_it, en: m.rules_preview_greeting_en }
const signatures = { it: m.rules_preview_signature_it, en: m.rules_preview_signature_en }

/** A message as it will be read, in the reader's language; its button leads nowhere. */
export function MessagePaper({ words, locale, firstName }: MessagePaperProps) {
  return (
    <article className="message-paper" lang={locale}>
      <h3 className="message-paper__subject">{words.subject}</h3>
      <p>{greetings[locale]({ name: firstName })}</p>
      {words.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {words.action ? <p className="message-paper__button">{words.action}</p> : null}
      {words.afterwards.map((line) => (
        <p key={line} className="muted small">
          {line}
        </p>
      ))}
      <p className="mb-0">{signatures[locale]()}</p>
    </article>
  )
}
