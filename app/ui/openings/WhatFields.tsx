import type { FieldMetadata } from '@conform-to/react'
import { openingKinds, type OpeningKind } from '#app/domain/matching/types.ts'
import { m } from '#app/locales/generated/messages.js'
import { ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'
import { kindLabels } from '#app/ui/openings/opening-words.ts'
import {
  professionItems,
  ProfessionSearch,
  type MoreProfessions,
} from '#app/ui/taxonomy/ProfessionSearch.tsx'
import { useLookup } from '#app/ui/taxonomy/use-lookup.ts'

const HINTS: Record<OpeningKind, () => string> = {
  job: m.openings_kind_job_hint,
  internship: m.openings_kind_internship_hint,
  trial: m.openings_kind_trial_hint,
  training: m.openings_kind_training_hint,
}

export type WhatValues = { kind: string; professionCode: string; title: string; tasks: string }

type WhatFieldsProps = {
  fields: { [Name in keyof WhatValues]: FieldMetadata<string, Record<string, unknown>, string[]> }
  professions: SelectItems
  more: MoreProfessions
  /** Name of the form's buttons. */
  press: string
}

/** The questions of the first step: what is looked for. */
export function WhatFields({ fields, professions, more, press }: WhatFieldsProps) {
  const { found, all, typed } = useLookup('professioni', more.search)
  return (
    <>
      <ConformRadioGroup
        meta={fields.kind}
        legend={m.openings_kind()}
        hint={m.openings_kind_hint()}
        layout="cards"
        options={[...openingKinds]
          .reverse()
          .map((kind) => ({ value: kind, label: kindLabels[kind](), hint: HINTS[kind]() }))}
      />
      <ConformField
        meta={fields.professionCode}
        type="select"
        label={m.openings_profession()}
        hint={m.openings_profession_hint()}
        emptyOption={m.openings_profession_choose()}
        options={professionItems(professions, more.chosen, all)}
      />
      <ProfessionSearch press={press} more={more} found={found} typed={typed} />
      <ConformField meta={fields.title} label={m.openings_title()} hint={m.openings_title_hint()} />
      <ConformField
        meta={fields.tasks}
        type="textarea"
        width="wide"
        rows={6}
        unmarked
        label={m.openings_tasks()}
        hint={m.openings_tasks_hint()}
      />
    </>
  )
}
