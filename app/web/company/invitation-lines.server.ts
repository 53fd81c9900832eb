import type { CompanyInvitation } from '#app/domain/events/invitations-of-company.server.ts'
import { invitationLink } from '#app/domain/events/invitation-link.server.ts'
import type { ContactId } from '#app/domain/shared/ids.ts'
import { kindLabels } from '#app/ui/events/event-words.ts'
import { stretchText } from '#app/web/events/stretch-text.ts'

/** Invitations of a company in words, each with the link by which this contact answers it. */
export const invitationLines = (invitations: readonly CompanyInvitation[], contactId: ContactId) =>
  invitations.map(({ id, title, kind, place, startsAt, endsAt, calledOff, answer }) => ({
    ...{ title, place, calledOff, answer },
    link: invitationLink(id, contactId),
    kind: kindLabels[kind](),
    when: stretchText(startsAt, endsAt),
  }))
