/** Branded identifiers: a string of one kind can't be passed where another kind is asked for. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type OrganisationId = Id<'organisation'>
export type UserId = Id<'user'>
export type CompanyId = Id<'company'>
export type ContactId = Id<'contact'>
export type OpeningId = Id<'opening'>
export type CandidateId = Id<'candidate'>
export type ProposalId = Id<'proposal'>
export type CardId = Id<'card'>
export type FollowUpId = Id<'follow-up'>
export type StoryId = Id<'story'>
export type OutboxId = Id<'outbox'>
export type QuestionId = Id<'question'>
export type SavedViewId = Id<'saved-view'>
export type CompanyMergeId = Id<'company-merge'>
export type ImportId = Id<'import'>
export type ErasureId = Id<'erasure'>
export type CompanyGroupId = Id<'company-group'>
export type EventId = Id<'event'>
export type InvitationId = Id<'event-invitation'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Tells whether `value` is a lower-case UUID, the form of every id in the database. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)
