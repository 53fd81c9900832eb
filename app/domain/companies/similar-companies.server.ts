import { and, asc, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import { companies, contacts } from '#db/schema/companies.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { nameKey, nameLikeness } from './name-key.ts'
import { ownDomain } from './sham-hints.ts'

/** What one knows of a firm that may be there already. */
export type Suspect = { name: string; placeCode: string; website: string | null; emails: readonly string[] }

export type SimilarCompany = {
  id: CompanyId
  name: string
  vatId: string
  placeCode: string
  /** What they share: the name, or the domain of mail or site. */
  shares: ('name' | 'domain')[]
}

/** As alike as this, two names are one firm's; in one comune somewhat less will do. */
const SAME_NAME = 0.7
const SAME_NAME_THERE = 0.55
/** Below this no name is worth a second look. */
const WORTH_A_LOOK = 0.35
const MOST = 5

const hostOf = (website: string): string | null => {
  if (!URL.canParse(website)) return null
  return new URL(website).hostname.replace(/^www\./, '').toLowerCase()
}

/** The domains that are a firm's own: of its site and of its mail, but for the services that anybody writes from. */
export function ownDomains({ website, emails }: Pick<Suspect, 'website' | 'emails'>): string[] {
  const domains = [website && hostOf(website), ...emails.map(ownDomain)]
  return [...new Set(domains.filter((domain): domain is string => Boolean(domain)))]
}

/**
 * Companies of the network that may be the one in hand under another partita IVA or a name written otherwise: the same domain
 * first, then the most alike names. None of them is certain: a person decides.
 */
export async function similarCompanies(
  tx: Tx,
  suspect: Suspect,
  except: CompanyId | null = null,
): Promise<SimilarCompany[]> {
  actingStaff(tx, 'company.relate')
  const domains = ownDomains(suspect)
  const sharing = new Set(domains.length > 0 ? await sharingDomain(tx, domains) : [])
  const likeness = sql<number>`greatest(similarity(${nameKey(suspect.name)}, lower(unaccent(${companies.name}))),
    word_similarity(${nameKey(suspect.name)}, lower(unaccent(${companies.name}))))`
  const { id, name, vatId, placeCode } = companies
  const rows = await tx
    .select({ id, name, vatId, placeCode })
    .from(companies)
    .where(
      and(
        isNull(companies.mergedInto),
        except ? ne(id, except) : undefined,
        or(sharing.size > 0 ? inArray(id, [...sharing]) : undefined, sql`${likeness} >= ${WORTH_A_LOOK}`),
      ),
    )
    .orderBy(sql`${likeness} desc`, asc(id))
    .limit(200)
  return rows
    .map((row) => ({ ...row, likeness: nameLikeness(row.name, suspect.name) }))
    .map(({ likeness: alike, ...row }) => {
      const needed = row.placeCode === suspect.placeCode ? SAME_NAME_THERE : SAME_NAME
      const shares: SimilarCompany['shares'] = [
        ...(sharing.has(row.id) ? (['domain'] as const) : []),
        ...(alike >= needed ? (['name'] as const) : []),
      ]
      return { ...row, shares }
    })
    .filter(({ shares }) => shares.length > 0)
    .toSorted((a, b) => Number(b.shares.includes('domain')) - Number(a.shares.includes('domain')))
    .slice(0, MOST)
}

async function sharingDomain(tx: Tx, domains: readonly string[]): Promise<CompanyId[]> {
  const list = (of: SQL) =>
    sql`${of} in (${sql.join(
      domains.map((domain) => sql`${domain}`),
      sql`, `,
    )})`
  const host = sql`regexp_replace(lower(substring(${companies.website} from '^https?://([^/:?#]+)')), '^www\\.', '')`
  const bySite = await tx.select({ id: companies.id }).from(companies).where(list(host))
  const byMail = await tx
    .selectDistinct({ id: contacts.companyId })
    .from(contacts)
    .where(list(sql`split_part(lower(${contacts.email}), '@', 2)`))
  return [...bySite, ...byMail].map(({ id }) => id)
}
