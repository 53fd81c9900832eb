import { and, desc, eq, inArray } from 'drizzle-orm'
import { consents } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { proposals } from '#db/schema/proposals.ts'
import { candidateQuestions } from '#db/schema/visits.ts'
import type { ConsentPurpose, ConsentRow } from '../consent/standing-consent.server.ts'
import type { CardAttribute } from '../disclosure/card-attributes.ts'
import { askedOpening, type AskedOpening } from '../proposals/asked-opening.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CompanyId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { herself } from './herself.server.ts'

type Answer = Pick<ConsentRow, 'decision' | 'at'>

/** Something that she was asked and has answered, however she was asked. */
export type Choice = Answer & {
  purpose: ConsentPurpose
  subjectId: string | null
  opening: string | null
  company: string | null
}

/** A card that she may say yes or no to; `answered` where she has, and may still think otherwise. */
export type OpenQuestion = {
  openingId: OpeningId
  opening: AskedOpening
  card: CardAttribute[]
  answered: boolean
}

export type OwnChoices = { matching: Answer | null; questions: OpenQuestion[]; choices: Choice[] }

/** What she is asked and what she has said, the newest answer to each thing first. Her own rows and no others. */
export async function ownChoices(tx: Tx): Promise<OwnChoices> {
  const { orgId, candidateId } = herself(tx)
  const said = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.orgId, orgId), eq(consents.candidateId, candidateId)))
    .orderBy(desc(consents.at), desc(consents.id))
  const newest = new Map<string, ConsentRow>()
  for (const row of said) {
    const key = `${row.purpose}:${row.subjectId ?? ''}`
    if (!newest.has(key)) newest.set(key, row)
  }
  const asked = await tx
    .select()
    .from(candidateQuestions)
    .where(and(eq(candidateQuestions.orgId, orgId), eq(candidateQuestions.candidateId, candidateId)))
    .orderBy(desc(candidateQuestions.askedAt))
  const answered = ({ openingId, askedAt }: Question) =>
    (newest.get(`opening:${openingId}`)?.at ?? new Date(0)) >= askedAt
  // What an opening is called and whose it is are the company's rows: read for hers alone, and no more than that.
  return asOurselves(tx, async () => ({
    matching: newest.get('matching:') ?? null,
    questions: (await stillAsked(tx, { orgId, candidateId }, asked)).map((row) => ({
      ...{ openingId: row.openingId, opening: row.opening, card: row.card, answered: answered(row) },
    })),
    choices: await named(
      tx,
      [...newest.values()].filter(({ purpose }) => purpose !== 'matching'),
    ),
  }))
}

type Question = typeof candidateQuestions.$inferSelect

/** A question ends when its opening does, and when the card has left with a yes that was heard otherwise. */
async function stillAsked(
  tx: Tx,
  { orgId, candidateId }: ReturnType<typeof herself>,
  asked: readonly Question[],
) {
  if (asked.length === 0) return []
  const ids = asked.map(({ openingId }) => openingId)
  const open = await tx
    .select({ id: openings.id })
    .from(openings)
    .where(and(inArray(openings.id, ids), eq(openings.state, 'open')))
  const sent = await tx
    .select({ openingId: proposals.openingId })
    .from(proposals)
    .where(
      and(
        eq(proposals.orgId, orgId),
        eq(proposals.candidateId, candidateId),
        inArray(proposals.openingId, ids),
      ),
    )
  const waiting = asked.filter(
    ({ openingId }) =>
      open.some(({ id }) => id === openingId) && !sent.some((one) => one.openingId === openingId),
  )
  const questions = []
  for (const row of waiting) {
    questions.push({
      ...row,
      card: row.card as CardAttribute[],
      opening: await askedOpening(tx, row.openingId),
    })
  }
  return questions
}

async function named(tx: Tx, rows: readonly ConsentRow[]): Promise<Choice[]> {
  const ids = (purpose: ConsentPurpose) =>
    rows.flatMap((row) => (row.purpose === purpose && row.subjectId ? [row.subjectId] : []))
  const work = await tx
    .select({ id: openings.id, title: openings.title, company: companies.name })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(inArray(openings.id, ids('opening') as OpeningId[]))
  const firms = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(inArray(companies.id, [...ids('company'), ...ids('contract')] as CompanyId[]))
  return rows.map(({ purpose, subjectId, decision, at }) => {
    const opening = work.find(({ id }) => id === subjectId)
    const company = opening?.company ?? firms.find(({ id }) => id === subjectId)?.name ?? null
    return { purpose, subjectId, decision, at, opening: opening?.title ?? null, company }
  })
}
