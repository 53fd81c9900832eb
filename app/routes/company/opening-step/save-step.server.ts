import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import { editOpening } from '#app/domain/openings/edit-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { stepSchemas, type StepValues } from '#app/domain/openings/save-opening-step.schema.server.ts'
import type { OpeningStep } from '#app/domain/openings/steps.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Choice, Found } from '#app/ui/taxonomy/lookup.ts'
import type { MoreProfessions } from '#app/ui/taxonomy/ProfessionSearch.tsx'
import { asTyped } from '#app/web/as-typed.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { messageOf, statusOf } from '#app/web/errors.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { InvalidForm, parseForm, type FormSubmission } from '#app/web/form.server.ts'
import { takeProfessionSearch } from '#app/web/take-search.server.ts'
import { text } from '#app/web/text.server.ts'
import { readShiftLines, type ShiftLine } from './shift-lists.server.ts'
import { readSkillLines, readTaught, type SkillLine } from './skill-lists.server.ts'

/** What a step goes back with: errors, what was typed, and its lists as they stand. */
export type StepAnswer = {
  result: SubmissionResult<string[]>
  /** Somebody else saved in the meantime: saving again puts this in the place of theirs. */
  stale?: boolean
  skills?: SkillLine[]
  taught?: Choice[]
  search?: Found
  professions?: MoreProfessions
  shifts?: ShiftLine[]
}

type Lists = { again: boolean; incomplete?: number[]; answer: Omit<StepAnswer, 'result'> }

async function readLists({ tx, form, info }: ActionCall & { tx: Tx }, step: OpeningStep): Promise<Lists> {
  switch (step) {
    case 1: {
      const box = { press: 'do', fields: ['professionCode'] }
      const { asked, professions } = await takeProfessionSearch(tx, form, info.locale, box)
      form.delete(box.press)
      return { again: asked, answer: { professions } }
    }
    case 2:
      return readSkillLines(tx, form, info.locale)
    case 3:
      return readShiftLines(form)
    case 4:
      return readTaught(tx, form, info.locale)
    default:
      return step satisfies never
  }
}

type Parsed = { version: number; input: StepValues; submission: FormSubmission }

function parseStep(form: FormData, step: OpeningStep): Parsed {
  switch (step) {
    case 1: {
      const { value, submission } = parseForm(form, stepSchemas[1])
      const { version, ...values } = value
      return { version, input: { step, values }, submission }
    }
    case 2: {
      const { value, submission } = parseForm(form, stepSchemas[2])
      const { version, ...values } = value
      return { version, input: { step, values }, submission }
    }
    case 3: {
      const { value, submission } = parseForm(form, stepSchemas[3])
      const { version, ...values } = value
      return { version, input: { step, values }, submission }
    }
    case 4: {
      const { value, submission } = parseForm(form, stepSchemas[4])
      const { version, ...values } = value
      return { version, input: { step, values }, submission }
    }
    default:
      return step satisfies never
  }
}

/** Where one goes on to: through a draft step by step, from a posted opening back to it. */
function onwards(openingId: OpeningId, step: OpeningStep, draft: boolean, leave: boolean): Response {
  const page = `/azienda/opportunita/${openingId}`
  if (!draft) return redirectTo(page, { flash: 'openings_changes_saved' })
  const to = leave || step === 4 ? page : `${page}/passo/${step + 1}`
  return redirectTo(to, { flash: 'openings_draft_saved' })
}

/** Saves the step that was posted, or shows it again with what is to be done. */
export async function saveStep(call: ActionCall & { tx: Tx }, step: OpeningStep) {
  const { tx, form } = call
  const openingId = call.id<OpeningId>('id')
  const lists = await readLists(call, step)
  const answer = (status: number, result: SubmissionResult<string[]>, stale = false) =>
    data<StepAnswer>({ ...lists.answer, result, stale }, { status })
  if (lists.again) return answer(200, asTyped(form))
  let submission: FormSubmission | undefined
  try {
    const parsed = parseStep(form, step)
    submission = parsed.submission
    const [incomplete] = lists.incomplete ?? []
    if (incomplete !== undefined)
      throw new DomainError('invalid', 'ui_week_incomplete', `shifts[${incomplete}].mask`)
    const { state } = await loadOpening(tx, openingId)
    const save = state === 'draft' ? saveOpeningStep : editOpening
    await save(tx, openingId, parsed.version, parsed.input)
    return onwards(openingId, step, state === 'draft', call.intent === 'leave')
  } catch (error) {
    if (error instanceof InvalidForm) return answer(400, error.submission.reply())
    if (!submission || !(error instanceof DomainError) || error.code === 'not_found') throw error
    const message = [error.code === 'stale' ? text('openings_typed_kept') : messageOf(error)]
    const errors = error.field ? { fieldErrors: { [error.field]: message } } : { formErrors: message }
    return answer(statusOf[error.code], submission.reply(errors), error.code === 'stale')
  }
}
