import { contractFields } from '#app/domain/disclosure/stage-three.ts'
import type { MeetingWording } from '#app/domain/stages/arrange-meeting.server.ts'
import type { ContractWording } from '#app/domain/stages/send-contract.server.ts'
import { locales } from '#app/locales/generated/runtime.js'
import { runWithLocale } from '#app/web/locale.server.ts'
import { text } from '#app/web/text.server.ts'

/** The words that a person is asked in, in each language that they may have been read in; the interface's first. */
export const meetingWording: MeetingWording = (asked) =>
  locales.map((locale) => runWithLocale(locale, () => text('stages_meeting_text', asked)))

export const contractWording: ContractWording = ({ company, opening, fields }) =>
  locales.map((locale) =>
    runWithLocale(locale, () =>
      text('stages_contract_text', {
        ...{ company, opening },
        list: contractFields
          .filter((field) => fields.includes(field))
          .map((field) => text(`stages_field_${field}`).toLowerCase())
          .join(', '),
      }),
    ),
  )
