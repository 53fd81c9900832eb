import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'

/** The language of pages and mails. A whole page load: the language of the document changes with it. */
export function LanguageForm({ locale, formKey }: { locale: string; formKey: string }) {
  return (
    <section aria-labelledby="language-title">
      <h2 id="language-title">{m.account_language_title()}</h2>
      <form method="post" action="/account">
        <IdempotencyKey value={`${formKey}-locale`} />
        <input type="hidden" name="intent" value="locale" />
        <RadioGroup
          name="locale"
          legend={m.account_language_legend()}
          defaultValue={locale}
          required
          options={[
            { value: 'it', label: 'Italiano' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button variant="secondary">{m.account_language_submit()}</Button>
      </form>
    </section>
  )
}
