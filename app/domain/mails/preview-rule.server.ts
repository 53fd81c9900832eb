import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { named } from '../companies/named.server.ts'
import { adviceInWords } from './advice-words.ts'
import {
  variablesOf,
  type MessageLocale,
  type MessageTexts,
  type MessageWords,
  type Variable,
  type WordedTemplate,
} from '../messages/templates.ts'
import { sampleValues } from '../messages/values.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { bestAdvice } from './best-advice.server.ts'
import { wordsWith } from './word-letter.ts'

export type RulePreview = {
  /** The company that was found, or null where none has that name. */
  company: string | null
  /** Some of the facts are examples, because the company has nothing of the kind. */
  sample: boolean
  words: Record<MessageLocale, MessageWords>
}

/**
 * How a text of a rule reads for a company whose name holds `search`: its own name, its newest opening, the advice of the
 * month. Placements are always examples, because what is under way at a company leads to a person; events too.
 */
export async function previewRule(
  tx: Tx,
  { template, texts, search }: { template: WordedTemplate; texts: MessageTexts; search: string },
): Promise<RulePreview> {
  authorise(tx, 'trust.configure')
  const company = await companyCalled(tx, search)
  const opening = company && (await newestOpening(tx, company.id))
  const advice = opening ? await bestAdvice(tx, opening.id) : null
  const words = (locale: MessageLocale) => {
    const values = {
      ...sampleValues[locale],
      ...(company ? { azienda: company.name } : {}),
      ...(opening ? { opportunita: opening.title } : {}),
      consiglio: adviceInWords(advice, locale),
    }
    return wordsWith(template, values, { locale, texts })
  }
  const wanted = variablesOf[template]
  const examples: readonly Variable[] = ['percorso', 'fine', 'evento']
  const missing =
    wanted.some((name) => examples.includes(name)) || (wanted.includes('opportunita') && !opening)
  return { company: company?.name ?? null, sample: missing, words: { it: words('it'), en: words('en') } }
}

async function companyCalled(tx: Tx, search: string) {
  const wanted = named(search)
  if (!wanted) return null
  const { id, name, lastContactAt } = companies
  const [found] = await tx
    .select({ id, name })
    .from(companies)
    .where(and(wanted, isNull(companies.mergedInto)))
    .orderBy(sql`lower(${name}) = lower(${search}) desc, ${lastContactAt} desc nulls last`)
    .limit(1)
  return found ?? null
}

async function newestOpening(tx: Tx, companyId: (typeof companies.$inferSelect)['id']) {
  const { id, title, postedAt } = openings
  const [found] = await tx
    .select({ id, title })
    .from(openings)
    .where(and(eq(openings.companyId, companyId), isNotNull(postedAt)))
    .orderBy(desc(postedAt))
    .limit(1)
  return found ?? null
}

const MOST_NAMES = 30

/** Names to choose from for a preview: the companies that were most recently in touch. */
export async function companiesForPreview(tx: Tx): Promise<string[]> {
  authorise(tx, 'trust.configure')
  const { name, lastContactAt } = companies
  const rows = await tx
    .select({ name })
    .from(companies)
    .where(and(isNotNull(lastContactAt), isNull(companies.mergedInto)))
    .orderBy(desc(lastContactAt))
    .limit(MOST_NAMES)
  return rows.map((row) => row.name)
}
