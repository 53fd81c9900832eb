import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { EnterButton } from '#app/ui/forms/EnterButton.tsx'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { useStay } from '#app/ui/forms/use-stay.ts'
import { useSuggestions } from '#app/ui/taxonomy/use-lookup.ts'
import { HoursFields } from './HoursFields.tsx'
import { LimitsFields } from './LimitsFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import type { ProfileChoices, ProfileValues } from './profile-form.server.ts'
import type { ProfileLists } from './profile-lists.server.ts'
import { RightsFields } from './RightsFields.tsx'
import type { ProfileAnswer } from './save-profile-form.server.ts'
import { SkillsFields } from './SkillsFields.tsx'
import { WishesFields } from './WishesFields.tsx'

type ProfileFormProps = {
  values: ProfileValues
  choices: ProfileChoices
  lists: ProfileLists
  answer: ProfileAnswer | undefined
  version: string
  formKey: string
  page: string
}

/** The form of a profile, in the order in which one talks it through. */
export function ProfileForm({ values, choices, lists, answer, version, formKey, page }: ProfileFormProps) {
  const [form, fields] = useForm<ProfileValues>({
    id: 'profile',
    constraint: { ...choices.constraint },
    defaultValue: values,
    lastResult: answer?.result,
  })
  const stay = useStay()
  const { suggestions, chosen } = useSuggestions(lists.suggestions)
  const shared = { fields, choices, lists, formId: form.id, errors: form.allErrors }
  return (
    <Form method="post" id={form.id} noValidate onSubmit={stay}>
      <EnterButton name="intent" />
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="version" value={version} />
      <WishesFields {...shared} onProfession={chosen} />
      <SkillsFields {...shared} suggestions={suggestions} />
      <HoursFields {...shared} weeks={answer?.weeks} values={values} />
      <PlaceFields {...shared} />
      <RightsFields {...shared} />
      <LimitsFields {...shared} />
      <FormFooter
        submit={m.desk_profile_save()}
        note={m.desk_profile_save_note()}
        cancel={{ to: page, label: m.desk_cancel() }}
      />
    </Form>
  )
}
