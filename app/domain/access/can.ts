import type { Actor } from '../shared/actor.ts'

type OfCompany = { companyId: string }
type OfOrganisation = { orgId: string }
/** A person, and the case manager who follows her. */
type FollowedPerson = { orgId: string; caseManagerId: string }
type OfPerson = { orgId: string; candidateId: string }
/** The organisation that leads a company, where one does. */
type LedCompany = { leadOrgId: string | null }

/** Whose things would go to others. */
type OwnedBy = { userId: string; orgId: string; role: string }
type LedCompanies = { leadOrgIds: readonly (string | null)[] }

/** What can be done, and the facts about the object that the answer depends on. */
type Abilities = {
  'company.read': OfCompany
  'company.edit': OfCompany
  'company.verify': undefined
  'company.add': undefined
  'company.relate': undefined
  'contact.admit': LedCompany
  'company.merge': LedCompanies
  'company.change_lead': LedCompany
  'opening.read': OfCompany
  'opening.manage': OfCompany
  'opening.match': undefined
  'candidate.read': OfOrganisation
  'candidate.write': OfOrganisation
  'candidate.propose': OfOrganisation
  'candidate.answer_for': FollowedPerson
  'consent.record': OfPerson
  'own_pages.use': OfPerson
  'card.answer': OfCompany
  'story.write': OfCompany
  'story.approve': OfCompany
  'story.review': undefined
  'testimonial.ask': undefined
  'testimonial.answer': OfCompany
  'testimonial.record': undefined
  'follow_up.act': undefined
  'network.read': undefined
  'trust.configure': undefined
  'incident.confirm': undefined
  'glass.ask': undefined
  'glass.decide': undefined
  'accounts.manage': undefined
  'playbook.write': undefined
  'event.read': undefined
  'event.manage': OfOrganisation
  'handover.make': OwnedBy
}

export type Ability = keyof Abilities

/** The facts an ability asks for: none, or the object's owner. */
export type SubjectOf<A extends Ability> = Abilities[A] extends undefined ? [] : [Abilities[A]]

const isStaff = (actor: Actor, ...roles: string[]): boolean =>
  actor.kind === 'staff' && (roles.length === 0 || roles.includes(actor.role))

const isOfCompany = (actor: Actor, subject: OfCompany | undefined): boolean =>
  actor.kind === 'hr' && subject !== undefined && actor.companyId === subject.companyId

const isCaseManagerOf = (actor: Actor, subject: OfOrganisation | undefined): boolean =>
  actor.kind === 'staff' &&
  actor.role === 'case_manager' &&
  subject !== undefined &&
  actor.orgId === subject.orgId

const isHerself = (actor: Actor, { orgId, candidateId }: OfPerson): boolean =>
  actor.kind === 'candidate' && actor.orgId === orgId && actor.candidateId === candidateId

/** The coordinators, and the case managers of the organisation that leads it; while none does, all of them. */
const isOfLead = (actor: Actor, { leadOrgId }: LedCompany): boolean =>
  actor.kind === 'staff' &&
  (actor.role === 'coordinator' ||
    (actor.role === 'case_manager' && (leadOrgId === null || leadOrgId === actor.orgId)))

const rules: { [A in Ability]: (actor: Actor, subject: Abilities[A]) => boolean } = {
  'company.read': (actor, company) => isStaff(actor) || isOfCompany(actor, company),
  'company.edit': (actor, company) =>
    isStaff(actor, 'case_manager', 'coordinator') || isOfCompany(actor, company),
  'company.verify': (actor) => isStaff(actor, 'coordinator'),
  'company.relate': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  'company.add': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  // Who says that somebody works at a company is whoever knows it: its lead organisation, anybody while it has none.
  'contact.admit': isOfLead,
  // Its lead, and as with a whole handover a colleague of hers, for who is ill or gone.
  'company.change_lead': isOfLead,
  // What belongs to two leads is theirs to join, or the coordinators'.
  'company.merge': (actor, { leadOrgIds }) =>
    isStaff(actor, 'coordinator') ||
    (actor.kind === 'staff' &&
      actor.role === 'case_manager' &&
      leadOrgIds.every((org) => org === null || org === actor.orgId)),
  'opening.read': (actor, company) =>
    isStaff(actor, 'case_manager', 'coordinator') || isOfCompany(actor, company),
  'opening.manage': isOfCompany,
  'opening.match': (actor) => isStaff(actor, 'case_manager'),
  'candidate.read': isCaseManagerOf,
  'candidate.write': isCaseManagerOf,
  'candidate.propose': isCaseManagerOf,
  // What she asks of her data is answered by whoever follows her: a colleague takes her over first.
  'candidate.answer_for': (actor, person) =>
    isCaseManagerOf(actor, person) && actor.kind === 'staff' && actor.userId === person.caseManagerId,
  // What she agrees to she says herself, or to her case manager.
  'consent.record': (actor, person) => isHerself(actor, person) || isCaseManagerOf(actor, person),
  'own_pages.use': isHerself,
  'card.answer': (actor, company) =>
    isOfCompany(actor, company) || (actor.kind === 'link' && actor.companyId === company.companyId),
  'story.write': (actor, company) => isStaff(actor, 'case_manager') || isOfCompany(actor, company),
  'story.approve': isOfCompany,
  'story.review': (actor) => isStaff(actor, 'coordinator'),
  'testimonial.ask': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  'testimonial.answer': isOfCompany,
  // What was said by voice is written down by whoever heard it.
  'testimonial.record': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  'follow_up.act': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  'network.read': (actor) => isStaff(actor, 'coordinator'),
  'trust.configure': (actor) => isStaff(actor, 'coordinator'),
  // Of a placement, its own case managers confirm one too: on its page, where they are authorised by the person.
  'incident.confirm': (actor) => isStaff(actor, 'coordinator'),
  // Whoever sees no person asks; whoever allows it is another one, which the rules of the glass say.
  'glass.ask': (actor) => isStaff(actor, 'coordinator'),
  'glass.decide': (actor) => isStaff(actor, 'coordinator', 'admin'),
  'accounts.manage': (actor) => isStaff(actor, 'admin'),
  'playbook.write': (actor) => isStaff(actor, 'coordinator'),
  'event.read': (actor) => isStaff(actor, 'case_manager', 'coordinator'),
  'event.manage': (actor, organiser) => isStaff(actor, 'coordinator') || isCaseManagerOf(actor, organiser),
  // Oneself; a case manager of the same organisation, for whoever is ill or gone; an administrator, who sees no person.
  'handover.make': (actor, { userId, orgId, role }) =>
    actor.kind === 'staff' &&
    (actor.userId === userId ||
      actor.role === 'admin' ||
      (role === 'case_manager' && isCaseManagerOf(actor, { orgId }))),
}

/**
 * The one permission rule: may this actor do this to that? Our own processes may do everything; commands call it
 * first, pages use it to hide a button.
 */
export function can<A extends Ability>(actor: Actor, ability: A, ...[subject]: SubjectOf<A>): boolean {
  return actor.kind === 'system' || rules[ability](actor, subject as Abilities[A])
}
