import { localTime, ROME } from '../calendar/rome.ts'
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

/** A stretch of one day as it stands in a sentence, on the clock of Torino: `giovedì 3 dicembre 2026, dalle 10:00 alle 12:30`. */
export function stretchInWords(from: Date, until: Date, locale: MessageLocale): string {
  const day = new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'full', timeZone: ROME }).format(from)
  const [begins, ends] = [localTime(from), localTime(until)]
  return locale === 'it' ? `${day}, dalle ${begins} alle ${ends}` : `${day}, ${begins} to ${ends}`
}

/** What a preview shows where the company has nothing of the kind yet. */
export const sampleValues: Record<MessageLocale, Record<Variable, string>> = {
  it: {
    azienda: 'Azienda di esempio',
    opportunita: 'Addetta o addetto al magazzino',
    percorso: KINDS.it.internship,
    fine: '15 gennaio 2027',
    consiglio: '',
    evento: 'Porte aperte in laboratorio',
    quando: 'giovedì 14 gennaio 2027, dalle 10:00 alle 12:30',
    luogo: 'via Cigna 14, Torino',
    scopo: 'Due ore per vedere come lavorano le aziende che hanno già assunto con la rete.',
  },
  en: {
    azienda: 'Example company',
    opportunita: 'Warehouse worker',
    percorso: KINDS.en.internship,
    fine: '15 January 2027',
    consiglio: '',
    evento: 'Open day at the workshop',
    quando: 'Thursday 14 January 2027, 10:00 to 12:30',
    luogo: 'via Cigna 14, Torino',
    scopo: 'Two hours to see how firms work that have already hired through the network.',
  },
}
