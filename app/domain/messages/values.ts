import type { MessageLocale, Variable } from './templates.ts'

export type PlacementKind = 'training' | 'trial' | 'internship' | 'job'

const KINDS: Record<MessageLocale, Record<PlacementKind, string>> = {
  it: {
    training: 'il percorso di formazione',
    trial: 'la prova in azienda',
    internship: 'il tirocinio',
    job: 'l’inserimento',
  },
  en: {
    training: 'the training',
    trial: 'the trial period',
    internship: 'the internship',
    job: 'the new job',
  },
}

/** A kind of placement as it stands in a sentence. */
export const kindInWords = (kind: PlacementKind, locale: MessageLocale): string => KINDS[locale][kind]

const TAGS: Record<MessageLocale, string> = { it: 'it-IT', en: 'en-GB' }

/** A calendar day (`2027-01-15`) as it stands in a sentence: `15 gennaio 2027`. */
export const dayInWords = (date: string, locale: MessageLocale): string =>
  new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

/** What a preview shows where the company has nothing of the kind yet. */
export const sampleValues: Record<MessageLocale, Record<Variable, string>> = {
  it: {
    azienda: 'Azienda di esempio',
    opportunita: 'Addetta o addetto al magazzino',
    percorso: KINDS.it.internship,
    fine: '15 gennaio 2027',
    consiglio: '',
  },
  en: {
    azienda: 'Example company',
    opportunita: 'Warehouse worker',
    percorso: KINDS.en.internship,
    fine: '15 January 2027',
    consiglio: '',
  },
}
