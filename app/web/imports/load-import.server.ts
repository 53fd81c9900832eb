import { getZodConstraint } from '@conform-to/zod/v4'
import { addCompanySchema } from '#app/domain/companies/add-company.schema.server.ts'
import { companiesLike, readImport, type Firm } from '#app/domain/imports/read-import.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { ImportId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import type { ImportFileView, OpenFirm } from '#app/ui/imports/import-view.ts'
import type { Call } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatDate } from '../format.ts'
import { text } from '../text.server.ts'

const LONGEST_SEARCH = 80
const ROWS_SHOWN = 5

/** The place in the file's list that the address asks about, or else the first that nobody has decided. */
export function firmAsked(url: URL, firms: readonly Pick<Firm, 'state'>[]): number | null {
  const asked = url.searchParams.get('azienda') ?? ''
  if (/^\d{1,3}$/.test(asked) && Number(asked) < firms.length) return Number(asked)
  const open = firms.findIndex(({ state }) => state === 'open')
  return open < 0 ? null : open
}

async function openFirm(tx: Tx, url: URL, at: number, { name, vatId, rows }: Firm): Promise<OpenFirm> {
  const search = (url.searchParams.get('cerca') ?? '').trim().slice(0, LONGEST_SEARCH)
  const offered = await companiesLike(tx, name, search)
  return {
    ...{ at, name, vatId, search },
    offered: offered.map(({ id, name, vatId, placeCode }) => ({
      ...{ id: id as string, name, hint: [placeLabel(placeCode), vatId].join(' · ') },
    })),
    rows: rows.slice(0, ROWS_SHOWN).map(({ line, kind, outcome, occurredOn, note }) => ({
      line,
      said: [
        formatDate(occurredOn),
        text(`relationship_kind_${kind}`),
        text(`relationship_outcome_${outcome}`),
        note,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    more: Math.max(0, rows.length - ROWS_SHOWN),
  }
}

/** A file that waits, with the company that is looked at now. */
export async function loadImport({ tx, url, info, id }: Call & { tx: Tx }): Promise<ImportFileView> {
  const { fileName, firms, total, known, fresh } = await readImport(tx, id<ImportId>('id'))
  const at = firmAsked(url, firms)
  const current = at === null ? undefined : firms[at]
  const lines = firms.map(({ name, vatId, state, company, companyId, rows }, at) => ({
    ...{ at, name, vatId, state, company, companyId: companyId as string | null },
    contacts: rows.length,
  }))
  const open = lines.filter(({ state }) => state === 'open')
  return {
    ...{ fileName, total, known, fresh, open: open.length, formKey: newFormKey() },
    firms: [...open, ...lines.filter(({ state }) => state !== 'open')],
    current: current && at !== null ? await openFirm(tx, url, at, current) : null,
    creation: {
      constraint: getZodConstraint(addCompanySchema),
      sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[info.locale] })),
      placeNames: placeChoices,
    },
  }
}
