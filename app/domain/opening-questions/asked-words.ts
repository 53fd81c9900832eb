import type { Edit } from '../matching/what-if/edits.ts'

/** What an edit asks of a company, and what the company has of it: time, cost, risk, people who stay. No figures of ours. */
export type Asked = { ask: string; because: string }
export type QuestionLocale = 'it' | 'en'

/** What the words need of an edit, in the language of whoever reads: a skill's name, an amount with its currency. */
export type EditFacts = { skill: string; pay: string; weeks: number }

type Words = { [K in Edit['kind']]: (facts: EditFacts) => Asked }

const said =
  (ask: string, because: string): (() => Asked) =>
  () => ({ ask, because })

const HOURS_IT =
  'Un orario che regge con i mezzi pubblici e con la vita di tutti i giorni allarga la scelta, e nei primi mesi vuol dire meno ritardi e meno assenze.'
const DAYS_IT =
  'Con meno giorni difficili da coprire la scelta si allarga, e chi comincia ha meno motivi per lasciare dopo poche settimane.'
const HALF_DAY_IT =
  'La mezza giornata è la fascia in cui si trova più scelta: si parte prima, e le ore si possono rivedere quando il lavoro è avviato.'

export const askedIt: Words = {
  start_later_30: said('il turno potrebbe cominciare mezz’ora più tardi?', HOURS_IT),
  start_later_60: said('il turno potrebbe cominciare un’ora più tardi?', HOURS_IT),
  start_later_90: said('il turno potrebbe cominciare un’ora e mezza più tardi?', HOURS_IT),
  end_earlier_30: said('il turno potrebbe finire mezz’ora prima?', HOURS_IT),
  end_earlier_60: said('il turno potrebbe finire un’ora prima?', HOURS_IT),
  end_earlier_90: said('il turno potrebbe finire un’ora e mezza prima?', HOURS_IT),
  drop_saturday: said('si potrebbe fare a meno del sabato?', DAYS_IT),
  drop_sunday: said('si potrebbe fare a meno della domenica?', DAYS_IT),
  drop_nights: said('si potrebbero togliere le ore di notte?', DAYS_IT),
  only_mornings: said('si potrebbe lavorare solo la mattina?', HALF_DAY_IT),
  only_afternoons: said('si potrebbe lavorare solo il pomeriggio?', HALF_DAY_IT),
  part_time: said(
    'si potrebbe partire con metà dei giorni, con lo stesso orario?',
    'Il part-time costa meno mentre chi arriva impara, e allarga la scelta: i giorni si possono aumentare quando il lavoro è avviato.',
  ),
  arrange_childcare: said(
    'durante il turno sarebbe possibile contare su un servizio per l’infanzia, vostro o convenzionato?',
    'A cercare il servizio vicino e a vedere che cosa si può rimborsare pensiamo noi: a voi resta un orario coperto con continuità.',
  ),
  arrange_transport: said(
    'si potrebbe organizzare il trasporto fino al posto di lavoro, anche solo dalla stazione o con un passaggio tra colleghi?',
    'Con un modo per arrivare la scelta si allarga. Possiamo aiutarvi a trovare la soluzione che costa meno.',
  ),
  drop_licence: said(
    'la patente potrebbe essere gradita invece che indispensabile?',
    'Se guidare non serve a ogni turno, la scelta si allarga molto e il posto si copre prima.',
  ),
  drop_vehicle: said(
    'si potrebbe fare a meno del mezzo proprio?',
    'Con un orario che va d’accordo con autobus e treno la scelta si allarga, senza costi per voi.',
  ),
  language_lower: said(
    'per cominciare potrebbe bastare un italiano di un livello più semplice?',
    'Le parole del mestiere si imparano lavorando, e ai corsi di italiano pensiamo noi: il posto si copre prima.',
  ),
  start_weeks_later: ({ weeks }) => ({
    ask: `l’inizio potrebbe slittare al massimo di ${String(weeks)} settimane?`,
    because:
      'Chi finisce un corso o un altro impegno parte preparato: poche settimane di attesa si recuperano nei primi mesi.',
  }),
  raise_pay: ({ pay }) => ({
    ask: `il compenso potrebbe arrivare a ${pay} al mese?`,
    because:
      'Un compenso che basta per vivere allarga la scelta e aiuta a restare. Possiamo vedere insieme se ci sono contributi che coprono la differenza.',
  }),
  train_skill: ({ skill }) => ({
    ask: `«${skill}» si potrebbe imparare sul posto, invece di chiederla all’inizio?`,
    because:
      'Chi impara da voi lavora come volete voi e tende a restare. All’affiancamento diamo una mano: si può prevedere un tutor.',
  }),
}

const HOURS_EN =
  'Hours that work with public transport and everyday life widen the choice, and in the first months mean fewer delays and absences.'
const DAYS_EN =
  'With fewer days that are hard to cover the choice widens, and whoever starts has fewer reasons to leave after some weeks.'
const HALF_DAY_EN =
  'Half a day is where there is most choice: you start sooner, and the hours can be looked at again once the work runs.'

export const askedEn: Words = {
  start_later_30: said('could the shift begin half an hour later?', HOURS_EN),
  start_later_60: said('could the shift begin an hour later?', HOURS_EN),
  start_later_90: said('could the shift begin an hour and a half later?', HOURS_EN),
  end_earlier_30: said('could the shift end half an hour earlier?', HOURS_EN),
  end_earlier_60: said('could the shift end an hour earlier?', HOURS_EN),
  end_earlier_90: said('could the shift end an hour and a half earlier?', HOURS_EN),
  drop_saturday: said('could you do without Saturdays?', DAYS_EN),
  drop_sunday: said('could you do without Sundays?', DAYS_EN),
  drop_nights: said('could the night hours be dropped?', DAYS_EN),
  only_mornings: said('could the work be done in the mornings only?', HALF_DAY_EN),
  only_afternoons: said('could the work be done in the afternoons only?', HALF_DAY_EN),
  part_time: said(
    'could you begin with half of the days, at the same hours?',
    'Part-time costs less while somebody learns, and widens the choice: days can be added once the work runs.',
  ),
  arrange_childcare: said(
    'could a childcare service, yours or a partner’s, be counted on during the shift?',
    'We look for the service nearby and for what can be reimbursed: you get hours that are covered steadily.',
  ),
  arrange_transport: said(
    'could transport to the workplace be arranged, if only from the station or as a lift among colleagues?',
    'A way to get there widens the choice. We can help to find the solution that costs least.',
  ),
  drop_licence: said(
    'could the driving licence be welcome instead of required?',
    'If not every shift needs driving, the choice widens a lot and the place is filled sooner.',
  ),
  drop_vehicle: said(
    'could you do without a vehicle of their own?',
    'With hours that agree with bus and train the choice widens, at no cost for you.',
  ),
  language_lower: said(
    'could Italian at one level lower be enough to begin with?',
    'The words of the trade are learnt at work, and we see to the Italian courses: the place is filled sooner.',
  ),
  start_weeks_later: ({ weeks }) => ({
    ask: `could the latest start move by ${String(weeks)} weeks?`,
    because:
      'Whoever finishes a course or another commitment arrives prepared: a few weeks are made up for in the first months.',
  }),
  raise_pay: ({ pay }) => ({
    ask: `could the pay reach ${pay} a month?`,
    because:
      'Pay that one can live on widens the choice and helps people stay. We can look together for contributions that cover the difference.',
  }),
  train_skill: ({ skill }) => ({
    ask: `could “${skill}” be learnt on the job instead of being asked for at the start?`,
    because:
      'Whoever learns with you works your way and tends to stay. We help with the training: a tutor can be provided for.',
  }),
}
