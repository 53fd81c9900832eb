import type { FieldMetadata } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import type { RuleFields } from './rule-fields.ts'
import type { RuleView } from './rule-view.server.ts'

type Metas = { [Name in keyof RuleFields]: FieldMetadata<string, RuleFields> }
type MessageFieldsProps = { fields: Metas; rule: RuleView }

const titles = { it: m.rules_texts_it, en: m.rules_texts_en }

/** The text of a message in both languages, and how it reads for a company of one's choice. */
export function MessageFields({ fields, rule }: MessageFieldsProps) {
  const { variables, button } = rule.form
  const wrong = (locale: 'it' | 'en') =>
    [fields[`subject_${locale}`], fields[`body_${locale}`], fields[`action_${locale}`]].some(
      ({ errors }) => (errors?.length ?? 0) > 0,
    )
  return (
    <>
      {(['it', 'en'] as const).map((locale) => (
        <Disclosure
          key={locale}
          summary={titles[locale]()}
          open={locale === 'it' || wrong(locale) || undefined}
        >
          <ConformField
            meta={fields[`subject_${locale}`]}
            label={m.rules_subject()}
            unmarked
            hint={m.rules_subject_hint()}
            lang={locale}
            width="wide"
          />
          <ConformField
            meta={fields[`body_${locale}`]}
            type="textarea"
            rows={10}
            label={m.rules_body()}
            unmarked
            hint={`${m.rules_body_hint()} ${m.rules_variables({ names: variables.join(', ') })}`}
            lang={locale}
            width="wide"
          />
          {button ? (
            <ConformField meta={fields[`action_${locale}`]} label={m.rules_action()} lang={locale} unmarked />
          ) : null}
        </Disclosure>
      ))}
      <ConformField
        meta={fields.company}
        label={m.rules_company()}
        hint={m.rules_company_hint()}
        list="rule-companies"
        unmarked
      />
      <datalist id="rule-companies">
        {rule.companies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p>
        <Button name="intent" value="preview" variant="secondary">
          {m.rules_preview()}
        </Button>
      </p>
    </>
  )
}
