import type { RulePreview as Preview } from '#app/domain/mails/preview-rule.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { MessagePaper } from '#app/ui/messages/MessagePaper.tsx'
import { Notice } from '#app/ui/Notice.tsx'

const languages = { it: m.rules_language_it, en: m.rules_language_en }

/** How the text of the form reads for a company, in both languages. */
export function RulePreview({ preview }: { preview: Preview }) {
  const { company, sample, words } = preview
  return (
    <Card as="section" tone="accent" title={company ? m.rules_preview_title({ company }) : m.rules_preview()}>
      {company ? null : <Notice tone="info">{m.rules_preview_no_company()}</Notice>}
      {company && sample ? <Notice tone="info">{m.rules_preview_sample()}</Notice> : null}
      <div className="row">
        {(['it', 'en'] as const).map((locale) => (
          <section key={locale} className="col-lg-6">
            <p className="card-eyebrow">{languages[locale]()}</p>
            <MessagePaper words={words[locale]} locale={locale} firstName="Anna" />
          </section>
        ))}
      </div>
      <p className="muted small">{m.rules_preview_button_inert()}</p>
    </Card>
  )
}
