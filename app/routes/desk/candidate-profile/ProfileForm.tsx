import { useForm } from '@conform-to/react'
import { Form, useSubmit } from '@remix-run/react'
import type { FormEvent } from 'react'
import { m } from '#app/locales/generated/messages.js'
import { FormErrors } from '#app/ui/forms/FormErrors.tsx'
import { FormFooter } from '#app/ui/forms/FormFooter.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { HoursFields } from './HoursFields.tsx'
import { LimitsFields } from './LimitsFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { typedCodes, typedSkills } from './profile-fields.ts'
import type { ProfileChoices, ProfileValues } from './profile-form.server.ts'
import { RightsFields } from './RightsFields.tsx'
import type { ProfileAnswer } from './save-profile-form.server.ts'
import { SkillsFields } from './SkillsFields.tsx'
import { WishesFields } from './WishesFields.tsx'

type ProfileFormProps = {
  values: ProfileValues
  choices: ProfileChoices
  answer: ProfileAnswer | undefined
  version: string
  formKey: string
  page: string
}

/** The form of a profile, in the order in which one talks it through. */
export function ProfileForm({ values, choices, answer, version, formKey, page }: ProfileFormProps) {
  const [form, fields] = useForm<ProfileValues>({
    id: 'profile',
    constraint: { ...choices.constraint },
    defaultValue: values,
    lastResult: answer?.result,
  })
  const submit = useSubmit()
  /** A button of a list or of a grid only changes the page: the reader stays where she is. */
  const stay = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!(submitter instanceof HTMLButtonElement) || !submitter.formNoValidate) return
    event.preventDefault()
    submit(submitter, { method: 'post', preventScrollReset: true, replace: true })
  }
  const typed = answer?.result.initialValue
  const lists = typed
    ? {
        skills: typedSkills(typed.skills),
        preferredProfessions: typedCodes(typed.preferredProfessions),
        planSkills: typedCodes(typed.planSkills),
      }
    : values
  const shared = { fields, choices, lists, formId: form.id, errors: form.allErrors }
  return (
    <Form method="post" id={form.id} noValidate onSubmit={stay}>
      <FormErrors form={form} />
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="version" value={version} />
      <WishesFields {...shared} />
      <SkillsFields {...shared} />
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
