import { rankOf, type TrustStage } from '../trust/stages.ts'

/** What a merge looks at of each of the two. */
export type MergeSide = {
  stage: TrustStage
  verification: 'pending' | 'verified' | 'rejected'
  pausedUntil: Date | null
  doNotContact: boolean
  website: string | null
  leadOrgId: string | null
  leadUserId: string | null
}

/** Which of the two leads goes on leading. */
export const leadChoices = ['into', 'from'] as const
export type LeadChoice = (typeof leadChoices)[number]

export type MergeFault = 'rejected' | 'verified_stays'

/**
 * Why two companies may not become one this way round, or null. Verification belongs to a partita IVA: it does not pass to
 * another row, and one that was refused does not slip in behind one that was not.
 */
export function mergeFault(from: MergeSide, into: MergeSide): MergeFault | null {
  if ((from.verification === 'rejected') !== (into.verification === 'rejected')) return 'rejected'
  return from.verification === 'verified' && into.verification !== 'verified' ? 'verified_stays' : null
}

const laterOf = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b))

/**
 * What the company that stays is afterwards: on the higher rung, because facts brought one of them there; paused or closed to
 * contacts where either was, because somebody asked for it; led as `lead` says.
 */
export function mergedFacts(from: MergeSide, into: MergeSide, lead: LeadChoice) {
  const { leadOrgId, leadUserId } = lead === 'from' ? from : into
  return {
    stage: rankOf(from.stage) > rankOf(into.stage) ? from.stage : into.stage,
    pausedUntil: laterOf(from.pausedUntil, into.pausedUntil),
    doNotContact: from.doNotContact || into.doNotContact,
    website: into.website ?? from.website,
    leadOrgId,
    leadUserId,
  }
}

/** Whether two companies are led by different people or organisations: then somebody has to say who goes on. */
export const leadsDiffer = (
  a: Pick<MergeSide, 'leadOrgId' | 'leadUserId'>,
  b: Pick<MergeSide, 'leadOrgId' | 'leadUserId'>,
): boolean => a.leadOrgId !== b.leadOrgId || a.leadUserId !== b.leadUserId
