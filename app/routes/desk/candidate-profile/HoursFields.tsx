import { m } from '#app/locales/generated/messages.js'
import { typedText } from '#app/ui/forms/conform-meta.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { isMaskBits } from '#app/ui/week-grid/mask-fields.ts'
import { WeekGrid } from '#app/ui/week-grid/WeekGrid.tsx'
import type { PartProps } from './profile-fields.ts'
import type { ProfileValues } from './profile-form.server.ts'
import type { ProfileAnswer } from './save-profile-form.server.ts'

type HoursFieldsProps = PartProps & { weeks: ProfileAnswer['weeks'] | undefined; values: ProfileValues }

/** When she can be at work: as things are, and with childcare. */
export function HoursFields({ fields, weeks, values }: HoursFieldsProps) {
  const weekOf = (name: 'available' | 'withChildcare') => {
    const typed = typedText(fields[name])
    return weeks?.[name] ?? { mask: isMaskBits(typed) ? typed : values[name] }
  }
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_part_hours()}</h2>
      <WeekGrid
        name="available"
        id={fields.available.id}
        legend={m.desk_profile_available()}
        hint={m.desk_profile_available_hint()}
        error={fields.available.errors}
        week={weekOf('available')}
      />
      <WeekGrid
        name="withChildcare"
        id={fields.withChildcare.id}
        legend={m.desk_profile_with_childcare()}
        hint={m.desk_profile_with_childcare_hint()}
        error={fields.withChildcare.errors}
        week={weekOf('withChildcare')}
      />
      <ConformField
        meta={fields.freeFrom}
        type="date"
        width="short"
        label={m.desk_profile_free_from()}
        hint={m.desk_profile_free_from_hint()}
      />
    </>
  )
}
