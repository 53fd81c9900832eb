/**
 * Everything that belongs to a company, by the column that says to which: what a merge moves. A table that gets such a column is
 * added here or below; a test compares both lists with the database.
 */
export const ownedByCompany = [
  ['contacts', 'company_id'],
  ['users', 'company_id'],
  ['interactions', 'company_id'],
  ['openings', 'company_id'],
  ['opening_questions', 'company_id'],
  ['cards', 'company_id'],
  ['proposals', 'company_id'],
  ['placements', 'company_id'],
  ['stories', 'company_id'],
  ['testimonials', 'company_id'],
  ['event_invitations', 'company_id'],
  ['follow_ups', 'company_id'],
  ['mails', 'company_id'],
  ['inbound_mails', 'company_id'],
  ['trust_events', 'company_id'],
  ['stage_changes', 'company_id'],
  ['lead_changes', 'company_id'],
  ['company_referrals', 'from_company_id'],
  ['company_referrals', 'to_company_id'],
] as const
export type Owned = (typeof ownedByCompany)[number]

/** What stays with the row it was written for: who verified which partita IVA on what extract, the merges themselves, what is derived. */
export const staysWithCompany = [
  ['company_verifications', 'company_id'],
  ['company_files', 'company_id'],
  // Ended by a merge: she agreed to meet the one that was named to her.
  ['meetings', 'company_id'],
  ['contract_links', 'company_id'],
  ['company_merges', 'from_company_id'],
  ['company_merges', 'into_company_id'],
  ['search_entries', 'company_id'],
  // Copied: the other belongs to what either belonged to.
  ['company_group_members', 'company_id'],
  // Copied: whoever was at one of them was at both.
  ['company_people', 'company_id'],
] as const
