import { z } from 'zod'
import { isUuid } from '../shared/ids.ts'
import { invitationAnswers } from './event-kinds.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'events_form_unknown' : undefined,
}
const answer = z.enum(invitationAnswers, { error: 'events_answer_missing' })
const theirId = z.string({ error: 'events_form_unknown' }).refine(isUuid, { error: 'events_form_unknown' })

/** The company answers by its link, an organisation on the page of the event. */
export const answerInvitationSchema = z.strictObject({ answer }, strictly)

/** Somebody of the network notes what a company said. */
export const noteAnswerSchema = z.strictObject({ invitationId: theirId, answer }, strictly)

/** A room holds no more companies, and the list of who came is one page. */
const MOST = 500
const ids = z.array(theirId).max(MOST, { error: 'events_too_many' }).default([])

/** Who came of those whom the list showed: invitations of companies and of organisations alike, by their ids. */
export const attendanceSchema = z.strictObject({ came: ids, shown: ids }, strictly)
export type AttendanceForm = z.output<typeof attendanceSchema>
