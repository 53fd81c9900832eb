import { asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings, openingSkills } from '#db/schema/openings.ts'
import { localDate } from '../calendar/rome.ts'
import { placeByCode } from '../places/places.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Entry, IndexedText } from './entry.ts'
import { labelsOf, type LabelsOf } from './label-entries.server.ts'
import { scopesOfOpening } from './scopes.ts'

const currencyOf = { draft: 1, open: 1, paused: 0.9, closed: 0.6 } as const

type Facts = {
  opening: typeof openings.$inferSelect
  companyName: string
  skills: readonly string[]
}

function textsOf({ opening, companyName, skills }: Facts, labels: LabelsOf): IndexedText[] {
  const place = opening.placeCode ? placeByCode(opening.placeCode)?.name : undefined
  return [
    { text: opening.title, language: 'it', place: 'title' },
    ...(opening.professionCode ? labels('profession', opening.professionCode, 'fact') : []),
    { text: companyName, language: 'it', place: 'fact' },
    { text: place ?? '', language: 'it', place: 'fact' },
    ...skills.flatMap((code) => labels('skill', code, 'body')),
    { text: opening.tasks, language: 'it', place: 'body' },
  ]
}

const entryOf = (facts: Facts, labels: LabelsOf): Entry => {
  const { id, companyId, state, title, placeCode, createdAt, postedAt } = facts.opening
  return {
    ...{ id, kind: 'opening', ref: id, companyId, title, titleEn: null, state, slug: null, placeCode },
    scopes: scopesOfOpening(state, companyId),
    companyName: facts.companyName,
    day: localDate(postedAt ?? createdAt),
    currency: currencyOf[state],
    fingerprint: null,
    texts: textsOf(facts, labels),
  }
}

/** The entries of the openings that fulfil a condition, derived from their rows, by id. */
export async function openingEntries(
  tx: Tx,
  where: SQL | undefined,
  most = Number.MAX_SAFE_INTEGER,
): Promise<Entry[]> {
  const rows = await tx
    .select({ opening: openings, companyName: companies.name })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(where)
    .orderBy(asc(openings.id))
    .limit(most)
  if (rows.length === 0) return []
  const asked = await tx
    .select({
      openingId: openingSkills.openingId,
      codes: sql<string[]>`array_agg(${openingSkills.skillCode})`,
    })
    .from(openingSkills)
    .where(
      inArray(
        openingSkills.openingId,
        rows.map(({ opening }) => opening.id),
      ),
    )
    .groupBy(openingSkills.openingId)
  const skills = new Map(asked.map(({ openingId, codes }) => [openingId, codes]))
  const labels = await labelsOf(tx, {
    profession: rows.flatMap(({ opening }) => opening.professionCode ?? []),
    skill: asked.flatMap(({ codes }) => codes),
  })
  return rows.map((row) => entryOf({ ...row, skills: skills.get(row.opening.id) ?? [] }, labels))
}
