import type { Edit } from '#app/domain/matching/what-if/edits.ts'
import type { EditFacts } from '#app/domain/opening-questions/asked-words.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { text } from './text.server.ts'

const tags: Record<LabelLocale, string> = { it: 'it-IT', en: 'en-GB' }

/** What the words about an edit need, in the language of whoever reads them. */
export function editFacts(edit: Edit, locale: LabelLocale): EditFacts {
  const euro = new Intl.NumberFormat(tags[locale], {
    ...{ style: 'currency', currency: 'EUR', useGrouping: 'always' },
    maximumFractionDigits: 0,
  } as const)
  return {
    skill: 'code' in edit ? labelOfSkill(edit.code, locale) : '',
    pay: 'payMonthlyCents' in edit ? euro.format(edit.payMonthlyCents / 100) : '',
    weeks: 'weeks' in edit ? edit.weeks : 0,
  }
}

/** An edit in a few words of the request's language: `Iniziare un’ora dopo`. */
export const editLabel = (edit: Edit, locale: LabelLocale): string =>
  text(`questions_edit_${edit.kind}`, editFacts(edit, locale))
