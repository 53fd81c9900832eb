import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { placeByCode } from '../places/places.server.ts'
import { notFound } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** An opening as a person is asked about it: what, where, and at which company for whoever asks. */
export type AskedOpening = {
  title: string
  kind: 'training' | 'trial' | 'internship' | 'job'
  company: string
  town: string
}

/** @throws DomainError not_found for an unknown opening. */
export async function askedOpening(tx: Tx, openingId: OpeningId): Promise<AskedOpening> {
  const [opening] = await tx
    .select({
      title: openings.title,
      kind: openings.kind,
      placeCode: openings.placeCode,
      company: companies.name,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(eq(openings.id, openingId))
  if (!opening) notFound()
  const { title, kind, placeCode, company } = opening
  const town = placeCode ? (placeByCode(placeCode)?.name ?? '') : ''
  return { title, kind: kind ?? 'job', company, town }
}
