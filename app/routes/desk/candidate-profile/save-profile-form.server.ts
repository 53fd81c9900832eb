import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import { saveProfileSchema } from '#app/domain/candidates/save-profile.schema.server.ts'
import { saveProfile } from '#app/domain/candidates/save-profile.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { foldWeekGrid, type PostedWeek } from '#app/ui/week-grid/fold-week-grid.ts'
import { asTyped } from '#app/web/as-typed.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { messageOf, statusOf } from '#app/web/errors.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { InvalidForm, parseForm, type FormSubmission } from '#app/web/form.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { text } from '#app/web/text.server.ts'
import { type ProfileLists, readLists } from './profile-lists.server.ts'

/** What the form goes back with: errors, what was typed, how its weeks were entered, and its lists as they stand. */
export type ProfileAnswer = {
  result: SubmissionResult<string[]>
  weeks: { available: PostedWeek; withChildcare: PostedWeek }
  lists: ProfileLists
  /** Somebody else saved in the meantime: saving again puts this in the place of theirs. */
  stale: boolean
}

/** Saves the profile that was posted, or shows it again with what is to be done. */
export async function saveProfileForm(call: ActionCall & { tx: Tx }) {
  const { tx, form, intent } = call
  const person = { orgId: ownOrganisation(call.actor), candidateId: call.id<CandidateId>('id') }
  const weeks = {
    available: foldWeekGrid(form, 'available'),
    withChildcare: foldWeekGrid(form, 'withChildcare'),
  }
  const { again, lists } = await readLists(tx, form, intent, call.info.locale)
  const answer = (status: number, result: SubmissionResult<string[]>, stale = false) =>
    data<ProfileAnswer>({ result, weeks, lists, stale }, { status })
  if (again || weeks.available.again || weeks.withChildcare.again) return answer(200, asTyped(form))
  let submission: FormSubmission | undefined
  try {
    const parsed = parseForm(form, saveProfileSchema)
    submission = parsed.submission
    for (const name of ['available', 'withChildcare'] as const)
      if (weeks[name].incompleteDays.length > 0) throw new DomainError('invalid', 'ui_week_incomplete', name)
    await saveProfile(tx, person, parsed.value)
    return redirectTo(`/lavoro/persone/${person.candidateId}`, { flash: 'desk_profile_saved' })
  } catch (error) {
    if (error instanceof InvalidForm) return answer(400, error.submission.reply())
    if (!submission || !(error instanceof DomainError) || error.code === 'not_found') throw error
    const message = [error.code === 'stale' ? text('desk_person_changed_meanwhile') : messageOf(error)]
    const errors = error.field ? { fieldErrors: { [error.field]: message } } : { formErrors: message }
    return answer(statusOf[error.code], submission.reply(errors), error.code === 'stale')
  }
}
