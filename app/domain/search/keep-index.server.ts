import { and, eq } from 'drizzle-orm'
import { openings } from '#db/schema/openings.ts'
import { companies } from '#db/schema/companies.ts'
import { stories } from '#db/schema/stories.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId, OpeningId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { companyEntries } from './company-entries.server.ts'
import { openingEntries } from './opening-entries.server.ts'
import { storyEntries } from './story-entries.server.ts'
import { removeEntries, writeEntries } from './write-entries.server.ts'

/**
 * Two commands that change one company's things index them one after the other, and the later one reads what the earlier one
 * wrote: they take turns by the company's row, which many of them write as well (decision 016).
 * @throws DomainError not_found for who may not write to the company.
 */
async function inTurn(tx: Tx, companyId: CompanyId): Promise<void> {
  const [row] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for('no key update')
  if (!row) notFound()
}

/** Writes an opening's entry anew; called by every command that writes an opening, after its last row. */
export async function indexOpening(tx: Tx, companyId: CompanyId, openingId: OpeningId): Promise<void> {
  await inTurn(tx, companyId)
  const found = await openingEntries(tx, and(eq(openings.id, openingId), eq(openings.companyId, companyId)))
  if (found.length === 0) await removeEntries(tx, [openingId])
  else await writeEntries(tx, found)
}

/** Writes a company's entry anew, and those of its openings, which name it. */
export async function indexCompany(tx: Tx, companyId: CompanyId): Promise<void> {
  await inTurn(tx, companyId)
  const company = await companyEntries(tx, eq(companies.id, companyId))
  await writeEntries(tx, [...company, ...(await openingEntries(tx, eq(openings.companyId, companyId)))])
}

/** Takes a company out that is one with another now; its openings are the other's to write. */
export async function unindexCompany(tx: Tx, companyId: CompanyId): Promise<void> {
  await inTurn(tx, companyId)
  await removeEntries(tx, [companyId])
}

/** Writes a story's entry anew. */
export async function indexStory(tx: Tx, companyId: CompanyId, storyId: StoryId): Promise<void> {
  await inTurn(tx, companyId)
  await writeEntries(
    tx,
    await storyEntries(tx, and(eq(stories.id, storyId), eq(stories.companyId, companyId))),
  )
}
