import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import type { ConformMeta } from '#app/ui/forms/conform-meta.ts'
import { ConformCheckbox, ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'

const LANGUAGES = [
  { value: 'it', label: m.proposals_language_it },
  { value: 'en', label: m.proposals_language_en },
  { value: 'fr', label: m.proposals_language_fr },
  { value: 'es', label: m.proposals_language_es },
  { value: 'ar', label: m.proposals_language_ar },
]

type ConsentHowProps = {
  fields: Record<'language' | 'channel' | 'withMediator', ConformMeta>
  /** The fields say neither that they are required nor that they are optional. */
  unmarked?: boolean
}

/** How an answer of hers was given, and the button that records it: what every form of a consent ends with. */
export function ConsentHow({ fields, unmarked }: ConsentHowProps) {
  return (
    <>
      <ConformField
        meta={fields.language}
        type="select"
        unmarked={unmarked}
        emptyOption={m.desk_choose()}
        label={m.proposals_consent_language()}
        options={LANGUAGES.map(({ value, label }) => ({ value, label: label() }))}
      />
      <ConformRadioGroup
        meta={fields.channel}
        legend={m.proposals_consent_channel()}
        unmarked={unmarked}
        options={[
          { value: 'in_person', label: m.proposals_channel_in_person() },
          { value: 'phone', label: m.proposals_channel_phone() },
          { value: 'message', label: m.proposals_channel_message() },
        ]}
      />
      <ConformCheckbox meta={fields.withMediator} label={m.proposals_consent_mediator()} />
      <Button variant="secondary" name="intent" value="consent">
        {m.proposals_consent_record()}
      </Button>
    </>
  )
}
