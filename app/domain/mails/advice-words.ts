import type { Advice, Reach } from '../network/advice.ts'
import type { MessageLocale } from '../messages/templates.ts'

const changes: Record<MessageLocale, Record<Advice, string>> = {
  it: {
    start_later: 'iniziare un’ora più tardi',
    end_earlier: 'finire un’ora prima',
    no_weekend: 'lasciare liberi sabato e domenica',
    no_nights: 'un orario senza notti',
    part_time: 'il part-time, con gli stessi turni in meno giorni',
    start_weeks_later: 'poter iniziare anche quattro settimane dopo',
    drop_licence: 'la patente tra i requisiti graditi e non tra quelli indispensabili',
    drop_vehicle: 'non chiedere un mezzo proprio',
    language_lower: 'chiedere un livello di italiano in meno',
    childcare: 'un servizio per i figli',
    transport: 'organizzare il trasporto',
    train_skills: 'insegnare sul posto le competenze richieste',
  },
  en: {
    start_later: 'starting an hour later',
    end_earlier: 'finishing an hour earlier',
    no_weekend: 'leaving Saturday and Sunday free',
    no_nights: 'hours without nights',
    part_time: 'part-time, the same shifts on fewer days',
    start_weeks_later: 'allowing a start four weeks later',
    drop_licence: 'a licence that is welcome instead of required',
    drop_vehicle: 'not asking for a vehicle',
    language_lower: 'asking for Italian one level lower',
    childcare: 'childcare',
    transport: 'arranging transport',
    train_skills: 'teaching the required skills on the job',
  },
}

const reaches: Record<MessageLocale, Record<Reach, string>> = {
  it: { more: 'più persone', many_more: 'molte più persone' },
  en: { more: 'more people', many_more: 'many more people' },
}

const IN_GENERAL: Record<MessageLocale, string> = {
  it: 'Di solito aiutano tre cose: un inizio dalle 9 in poi, un aiuto per il trasporto, la patente tra i requisiti graditi e non tra quelli indispensabili.',
  en: 'Three things usually help: a start from 9 on, a hand with transport, a licence that is welcome instead of required.',
}

export type BestAdvice = { advice: Advice; reach: Reach }

/**
 * The advice of a message as a sentence: general guidance of a frozen month, the same for every company, never a count.
 * Without any (`null`), what usually helps.
 */
export function adviceInWords(best: BestAdvice | null, locale: MessageLocale): string {
  if (!best) return IN_GENERAL[locale]
  const change = changes[locale][best.advice]
  const reach = reaches[locale][best.reach]
  return locale === 'it'
    ? `In generale, un cambiamento che raggiunge ${reach}: ${change}.`
    : `In general, one change reaches ${reach}: ${change}.`
}
