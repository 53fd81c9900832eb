import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { admitContact } from '#app/domain/companies/admit-contact.server.ts'
import {
  admitContactSchema,
  declineContactSchema,
} from '#app/domain/companies/answer-access.schema.server.ts'
import { changeStandingSchema } from '#app/domain/companies/change-standing.schema.server.ts'
import { changeStanding } from '#app/domain/companies/change-standing.server.ts'
import { addContactSchema, editContactSchema } from '#app/domain/companies/contact.schema.server.ts'
import { declineContact } from '#app/domain/companies/decline-contact.server.ts'
import { editCompanySchema } from '#app/domain/companies/edit-company.schema.server.ts'
import { editCompany } from '#app/domain/companies/edit-company.server.ts'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { joinGroupSchema, leaveGroupSchema } from '#app/domain/companies/join-group.schema.server.ts'
import { joinGroup } from '#app/domain/companies/join-group.server.ts'
import { leaveGroup } from '#app/domain/companies/leave-group.server.ts'
import { logInteractionSchema, logReplySchema } from '#app/domain/companies/log-interaction.schema.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { refuseIfContactedSince } from '#app/domain/companies/contacted-since.server.ts'
import { makeReferralSchema } from '#app/domain/companies/make-referral.schema.server.ts'
import { makeReferral } from '#app/domain/companies/make-referral.server.ts'
import { moveStageSchema } from '#app/domain/companies/move-stage-by-hand.schema.server.ts'
import { moveStageByHand } from '#app/domain/companies/move-stage-by-hand.server.ts'
import { takeBackLoggedSchema } from '#app/domain/companies/take-back-logged.schema.server.ts'
import { takeBackLogged } from '#app/domain/companies/take-back-logged.server.ts'
import { addTaskSchema } from '#app/domain/follow-ups/add-task.schema.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { changeLeadSchema } from '#app/domain/handover/change-lead.schema.server.ts'
import { changeLead } from '#app/domain/handover/change-lead.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CompanyGroupId, CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall } from '../define.server.ts'
import { settleByTheWay } from '../day/settle-by-the-way.server.ts'
import { redirectTo } from '../flash.server.ts'

/**
 * Carries out one of the forms that the pages of a company share, and goes `back` with what was done. Each command
 * authorises its actor.
 */
export async function actOnCompany(call: ActionCall & { tx: Tx }, companyId: CompanyId, back: string) {
  const { tx, form, intent } = call
  const done = (flash: string) => redirectTo(back, { flash })
  switch (intent) {
    case 'log':
      return answerForm(
        { form, schema: logInteractionSchema, intent },
        async ({ seenAt, closes, ...input }) => {
          await refuseIfContactedSince(tx, companyId, seenAt)
          // First, because the contact itself may end the task: she is told that it is done, not that it went.
          await settleByTheWay(tx, closes)
          const { becameLead } = await logInteraction(tx, companyId, input)
          return done(becameLead ? 'relationship_logged_lead' : 'relationship_logged')
        },
      )
    case 'take_back':
      return answerForm({ form, schema: takeBackLoggedSchema, intent }, async ({ interactionId }) => {
        await takeBackLogged(tx, companyId, interactionId)
        return done('relationship_taken_back')
      })
    case 'replied':
      return answerForm({ form, schema: logReplySchema, intent }, async ({ by }) => {
        await logInteraction(tx, companyId, { kind: by, outcome: 'neutral' })
        return done('day_replied_flash')
      })
    case 'task':
      return answerForm({ form, schema: addTaskSchema, intent }, async ({ seenAt, ...input }) => {
        await refuseIfContactedSince(tx, companyId, seenAt)
        await addTask(tx, { ...input, companyId })
        return done('relationship_task_added')
      })
    case 'facts':
      return answerForm({ form, schema: editCompanySchema, intent }, async (input) => {
        await editCompany(tx, companyId, input)
        return done('relationship_facts_saved')
      })
    case 'contact_add':
      return answerForm({ form, schema: addContactSchema, intent }, async (input) => {
        await addContact(tx, companyId, input)
        return done('relationship_contact_added')
      })
    case 'contact_edit':
      return answerForm({ form, schema: editContactSchema, intent }, async (input) => {
        await editContact(tx, companyId, input)
        return done('relationship_contact_saved')
      })
    case 'contact_admit':
      return answerForm({ form, schema: admitContactSchema, intent }, async ({ contactId }) => {
        await admitContact(tx, companyId, contactId as ContactId)
        return done('relationship_access_admitted')
      })
    case 'contact_decline':
      return answerForm({ form, schema: declineContactSchema, intent }, async ({ contactId, reason }) => {
        await declineContact(tx, companyId, { contactId: contactId as ContactId, reason })
        return done('relationship_access_declined')
      })
    case 'lead':
      return answerForm({ form, schema: changeLeadSchema, intent }, async (input) =>
        done(`handover_lead_${await changeLead(tx, companyId, input)}`),
      )
    case 'stage':
      return answerForm({ form, schema: moveStageSchema, intent }, async (input) => {
        await moveStageByHand(tx, companyId, input)
        return done('relationship_stage_moved')
      })
    case 'standing':
      return answerForm({ form, schema: changeStandingSchema, intent }, async (input) => {
        await changeStanding(tx, companyId, input)
        return done('relationship_standing_changed')
      })
    case 'referral':
      return answerForm({ form, schema: makeReferralSchema, intent }, async ({ to }) => {
        await makeReferral(tx, { from: companyId, to: to as CompanyId })
        return done('relationship_referral_made')
      })
    case 'group_join':
      return answerForm({ form, schema: joinGroupSchema, intent }, async (input) => {
        await joinGroup(tx, companyId, input)
        return done('groups_joined')
      })
    case 'group_leave':
      return answerForm({ form, schema: leaveGroupSchema, intent }, async ({ groupId }) => {
        await leaveGroup(tx, companyId, groupId as CompanyGroupId)
        return done('groups_left')
      })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}
