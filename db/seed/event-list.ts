import type { EventKind } from '#app/domain/events/event-kinds.ts'

type Answer = 'coming' | 'declined' | null

/** A company at an event: its answer and, where the event is past, whether it was there. */
export type GuestEntry = readonly [company: string, answer: Answer, came?: boolean]

export type EventEntry = {
  title: string
  kind: EventKind
  purpose: string
  place: string
  /** Working days from today; negative for one that is past. */
  inWorkingDays: number
  from: string
  until: string
  /** The organisation that holds it. */
  organiser: string
  /** So many working days before it the invitations left; null where nobody is invited yet. */
  invitedBefore: number | null
  guests: readonly GuestEntry[]
  organisations: readonly (readonly [organisation: string, answer: Answer, came?: boolean])[]
  /** Why it was called off, a few days before. */
  calledOff?: string
}

/** Two months behind and one ahead of what the network holds for companies. */
export const eventList: readonly EventEntry[] = [
  {
    title: 'Lavorare bene in squadre miste',
    kind: 'training',
    purpose:
      'Due ore pratiche per chi in azienda affianca chi arriva: come dare istruzioni chiare, che cosa chiedere e che cosa no, come accorgersi in tempo che qualcosa non va. Con esempi portati dalle aziende.',
    place: 'Sala del Mercato Vecchio, Torino',
    inWorkingDays: -28,
    from: '14:30',
    until: '16:30',
    organiser: 'Cooperativa Il Passo Lungo',
    invitedBefore: 18,
    guests: [
      ['Cucine Collinari', 'coming', true],
      ['Lucida Servizi Integrati', 'coming', true],
      ['Residenza Tiglio Alto', 'coming', true],
      ['Lavanderia Bianca Corte', 'coming', false],
      ['Hotel Tre Gelsi', 'declined', false],
      ['Plastica Novemondi', null, false],
      ['Panificio Spiga Storta', 'coming', true],
    ],
    organisations: [
      ['Associazione Tre Finestre', 'coming', true],
      ['Consorzio Le Due Rive', 'coming', true],
    ],
  },
  {
    title: 'Visita al magazzino: come si organizza un turno',
    kind: 'open_day',
    purpose: 'Un giro in reparto con il capoturno e mezz’ora di domande su orari, affiancamento e sicurezza.',
    place: 'Magazzini Borgo Vetro, Settimo Torinese',
    inWorkingDays: -15,
    from: '10:00',
    until: '12:00',
    organiser: 'Cooperativa Terra Mossa',
    invitedBefore: 16,
    guests: [
      ['Logistica Pianalunga', 'coming'],
      ['Distribuzione Ticinella', null],
      ['Supermercati Cestoverde', 'declined'],
    ],
    organisations: [],
    calledOff: 'Il reparto è fermo per un trasloco: si riprogramma a inizio anno con l’azienda.',
  },
  {
    title: 'Porte aperte in laboratorio',
    kind: 'open_day',
    purpose:
      'La Dolciaria Bricco Moro racconta due anni di inserimenti: quanto è durato l’affiancamento, che cosa è cambiato nei turni, che cosa rifarebbe. Poi il giro in laboratorio e un assaggio.',
    place: 'Dolciaria Bricco Moro, Alba',
    inWorkingDays: -2,
    from: '09:30',
    until: '12:00',
    organiser: 'Cooperativa Terra Mossa',
    invitedBefore: 15,
    guests: [
      ['Frutta Val Serena', 'coming', true],
      ['Residenza Prato Lieve', 'coming', true],
      ['Mobilificio Noce Antica', 'coming', false],
      ['Albergo Cima Chiara', null, false],
      ['Cantine Colle Ambrato', 'coming', true],
      ['Tavola Grande Ristorazione', 'declined', false],
    ],
    organisations: [
      ['Fondazione Casa del Noce', 'coming', true],
      ['Cooperativa Sentiero Basso', 'declined', false],
    ],
  },
  {
    title: 'Tavolo permanente aziende e rete: terzo incontro',
    kind: 'permanent_table',
    purpose:
      'Si parte dai numeri dell’anno e si decide su due cose: turni che aprono più posti e trasporti nelle zone meno servite. Chi vuole porta un caso, anche andato male.',
    place: 'Biblioteca di Porta Alta, sala grande, Torino',
    inWorkingDays: 12,
    from: '10:00',
    until: '12:30',
    organiser: 'Cooperativa Il Passo Lungo',
    invitedBefore: 16,
    guests: [
      ['Cucine Collinari', 'coming'],
      ['Lucida Servizi Integrati', 'coming'],
      ['Magazzini Borgo Vetro', 'coming'],
      ['Residenza Tiglio Alto', null],
      ['Rubinetterie Sestomonte', 'declined'],
      ['Frutta Val Serena', 'coming'],
      ['Filatura Valsesta', null],
      ["Riseria Specchio d'Acqua", 'coming'],
      ['Logistica Pianalunga', null],
      ['Hotel Darsena Alta', null],
    ],
    organisations: [
      ['Associazione Tre Finestre', 'coming'],
      ['Cooperativa Terra Mossa', 'coming'],
      ['Servizio Intercomunale Sette Soglie', null],
    ],
  },
  {
    title: 'Il tutor aziendale nelle prime settimane',
    kind: 'training',
    purpose:
      'Per chi in azienda segue chi comincia: il primo giorno, la prima busta paga, le parole che servono in reparto. Un’ora e mezza, con una traccia da portare a casa.',
    place: 'Casa del Noce, Cuneo',
    inWorkingDays: 33,
    from: '16:00',
    until: '17:30',
    organiser: 'Fondazione Casa del Noce',
    invitedBefore: null,
    guests: [],
    organisations: [],
  },
]
