import type { StoryState } from '#app/domain/stories/states.ts'

/** A success story as a company tells it: time, cost, risk, retention. It speaks of the firm, never of a person. */
export type StoryEntry = {
  company: string
  state: Extract<StoryState, 'published' | 'submitted' | 'awaiting_company'>
  /** Days since it was published, or else written. */
  ago: number
  title: string
  need: string
  solution: string
  result: string
  quote: string
  daysToFill: number
  monthsRetained: number | null
}

export const storyEntries: readonly StoryEntry[] = [
  {
    company: 'Cucine Collinari',
    state: 'published',
    ago: 96,
    title: 'Cucina al completo in dodici giorni',
    need: 'A tre settimane dall’avvio di un nuovo appalto ci mancavano due aiuti cucina. L’agenzia ci chiedeva un mese e un costo di selezione che non avevamo messo a budget.',
    solution:
      'La rete ci ha chiesto mansioni, orari e linee di bus. Abbiamo spostato l’inizio turno dalle 7 alle 9 per metà della squadra: un’ora di lavoro sul calendario ha moltiplicato le candidature. Il tirocinio di quattro mesi ci ha permesso di formare senza fermare il servizio.',
    result:
      'Postazioni coperte in dodici giorni, zero costi di selezione, nessun pasto consegnato in ritardo. Al termine del tirocinio abbiamo proposto un contratto e il turnover del reparto è sceso dal 31 al 18 per cento in un anno.',
    quote: 'Ci aspettavamo burocrazia: abbiamo avuto un solo numero da chiamare e le firme pronte.',
    daysToFill: 12,
    monthsRetained: 7,
  },
  {
    company: 'Lucida Servizi Integrati',
    state: 'published',
    ago: 241,
    title: 'Il turno delle cinque non resta più scoperto',
    need: 'Nelle pulizie del mattino presto perdevamo una persona ogni sei settimane. Ogni sostituzione ci costava circa 900 euro fra selezione, divise e affiancamento.',
    solution:
      'Prima di cercare abbiamo guardato insieme i trasporti: tre cantieri su cinque non erano raggiungibili alle cinque. Li abbiamo uniti in un giro con il furgone aziendale e pubblicato gli altri due con la fascia serale in alternativa.',
    result:
      'Da otto sostituzioni l’anno a due. Il furgone si è ripagato in cinque mesi e i clienti hanno rinnovato l’appalto senza chiedere sconti.',
    quote: 'Non era un problema di volontà, era un problema di autobus.',
    daysToFill: 9,
    monthsRetained: 11,
  },
  {
    company: 'Residenza Tiglio Alto',
    state: 'published',
    ago: 58,
    title: 'Sei mesi per far crescere gli ausiliari di domani',
    need: 'Il personale qualificato si trova a fatica e quello che c’è passa un terzo del turno in attività semplici: pasti, camere, accompagnamento.',
    solution:
      'Tirocinio di sei mesi come ausiliari di nucleo, con un tutor interno per due ore a settimana e orari concordati un mese prima. La rete ha seguito i primi quindici giorni con due visite.',
    result:
      'Gli operatori qualificati hanno recuperato undici ore a settimana per l’assistenza. Gli straordinari del nucleo sono calati del 22 per cento e le famiglie ci scrivono che al pomeriggio c’è più presenza.',
    quote: 'Due ore di tutor a settimana sono l’investimento che ci è reso di più quest’anno.',
    daysToFill: 18,
    monthsRetained: 8,
  },
  {
    company: 'Frutta Val Serena',
    state: 'published',
    ago: 312,
    title: 'Una stagione di raccolta senza sorprese',
    need: 'La finestra di raccolta dura cinque settimane: una squadra che arriva tardi o se ne va a metà vale il margine dell’anno. E i controlli, giustamente, sono severi.',
    solution:
      'Contratti regolari dal primo giorno, alloggio a carico nostro e un referente della rete raggiungibile anche la sera. Documenti e visite mediche pronti prima dell’arrivo.',
    result:
      'Squadra completa il giorno stabilito, presenza al 97 per cento fino all’ultimo cassone, ispezione superata senza rilievi. Metà delle persone è tornata per la cernita invernale.',
    quote: 'La regolarità non costa di più: costa di meno, perché si dorme.',
    daysToFill: 15,
    monthsRetained: 5,
  },
  {
    company: "Riseria Specchio d'Acqua",
    state: 'published',
    ago: 27,
    title: 'Dal tirocinio alla linea: quando la formazione resta in casa',
    need: 'Con la nuova confezionatrice servivano due persone capaci di seguire la linea. Sul mercato non c’erano, e mandare i nostri a corso voleva dire fermare l’impianto.',
    solution:
      'Tirocinio di cinque mesi: il primo al confezionamento manuale, poi affiancamento alla macchina con una scheda di passi da spuntare. Il manuale l’abbiamo riscritto con figure e frasi brevi: ora lo usano tutti.',
    result:
      'Linea a regime due mesi prima del piano. Scarti di confezionamento dal 2,6 all’1,4 per cento. L’assunzione è arrivata con gli sgravi che non sapevamo di avere.',
    quote: 'Il manuale nuovo serviva a noi da dieci anni.',
    daysToFill: 21,
    monthsRetained: 9,
  },
  {
    company: 'Magazzini Borgo Vetro',
    state: 'published',
    ago: 154,
    title: 'Picking: la navetta che ha dimezzato le assenze',
    need: 'Su due turni avevamo il 9 per cento di assenze, quasi tutte al cambio delle sei. Ogni punto di assenza ci costa 40 ordini spediti in ritardo al giorno.',
    solution:
      'La rete ci ha mostrato quante persone della zona non potevano arrivare per le sei. Abbiamo messo una navetta dalla stazione e aperto tre posizioni solo diurne, con formazione sul palmare in due giorni.',
    result:
      'Assenze al 4,5 per cento in un trimestre, ordini evasi in giornata dal 91 al 96 per cento. La navetta costa meno delle penali che pagavamo prima.',
    quote: 'Abbiamo smesso di cercare gente diversa e abbiamo cambiato l’orario.',
    daysToFill: 8,
    monthsRetained: 10,
  },
  {
    company: 'Dolciaria Bricco Moro',
    state: 'published',
    ago: 322,
    title: 'Picco di produzione coperto senza straordinari',
    need: 'Tra ottobre e dicembre la produzione raddoppia. Negli anni passati coprivamo con straordinari: costosi, e a gennaio arrivavano le malattie.',
    solution:
      'Quattro tirocini avviati a fine estate sulla linea di confezionamento, con attestato HACCP ottenuto prima dell’ingresso. La rete ha seguito convenzioni e sicurezza.',
    result:
      'Straordinari ridotti del 60 per cento nel trimestre di punta e nessun giorno di linea ferma. Il costo per confezione è sceso di due centesimi: su volumi come i nostri fa la differenza.',
    quote: 'A gennaio, per la prima volta, eravamo tutti presenti.',
    daysToFill: 20,
    monthsRetained: 4,
  },
  {
    company: 'Rubinetterie Sestomonte',
    state: 'published',
    ago: 187,
    title: 'Meno rischio di un’assunzione al buio',
    need: 'Assumere al montaggio per noi voleva dire decidere dopo un colloquio di mezz’ora. Una scelta su tre non superava la prova e si ricominciava da capo.',
    solution:
      'Tre tirocini di quattro mesi al banco di assemblaggio. Obiettivi scritti ogni due settimane, valutati dal caporeparto e dalla rete insieme: niente sorprese alla fine.',
    result:
      'Abbiamo visto il lavoro vero prima di decidere. La qualità al collaudo è rimasta sopra il 99 per cento anche nelle settimane di formazione e oggi usiamo lo stesso schema per tutti i nuovi ingressi.',
    quote: 'Quattro mesi di prova vera valgono più di dieci colloqui.',
    daysToFill: 16,
    monthsRetained: 6,
  },
  {
    company: 'Filatura Valsesta',
    state: 'published',
    ago: 128,
    title: 'Un mestiere antico trova mani nuove',
    need: 'In reparto l’età media era 54 anni e nessuno rispondeva agli annunci. Senza ricambio, in cinque anni avremmo perso un turno intero e le competenze con lui.',
    solution:
      'Affiancamento di sei mesi con le nostre filatrici più esperte, su turno diurno per evitare la corsa dei bus all’alba. La rete ha cercato chi aveva già pratica con la macchina da cucire.',
    result:
      'Tre ingressi in un anno, autonomia al filatoio dopo quattordici settimane invece di venti. Il terzo turno è salvo e chi va in pensione lascia il posto a chi ha formato.',
    quote: 'La mano si impara, la pazienza l’avevano già.',
    daysToFill: 25,
    monthsRetained: 12,
  },
  {
    company: 'Radura Giardini',
    state: 'published',
    ago: 74,
    title: 'Una squadra in più, senza comprare un secondo furgone',
    need: 'Dicevamo di no a un cliente su quattro: per aprire un’altra squadra ci mancava una persona affidabile, non le attrezzature.',
    solution:
      'Sei mesi di tirocinio con ritrovo in sede e trasporto sul nostro mezzo. Patente non richiesta: l’abbiamo tolta dall’annuncio e le candidature sono passate da zero a sei.',
    result:
      'Con la squadra nuova abbiamo preso otto contratti di manutenzione in più, circa 38.000 euro l’anno. L’assunzione è arrivata a fine percorso, con orario pieno.',
    quote: 'Chiedevamo la patente per abitudine: guida sempre il caposquadra.',
    daysToFill: 14,
    monthsRetained: 5,
  },
  {
    company: 'Hotel Darsena Alta',
    state: 'submitted',
    ago: 6,
    title: 'Stagione aperta con la cucina al completo',
    need: 'Ad aprile cercavamo ancora due persone per la cucina e il lavaggio: senza, avremmo aperto con metà dei coperti.',
    solution:
      'Alloggio per il personale, turni pubblicati il giovedì per la settimana dopo, un tirocinio di tre mesi seguito da contratto stagionale.',
    result:
      'Apertura nei tempi, recensioni sul servizio stabili e nessuna sostituzione in corsa. Per la prossima stagione abbiamo già le conferme.',
    quote: 'Pubblicare i turni prima ci è costato nulla e ci ha portato puntualità.',
    daysToFill: 17,
    monthsRetained: 4,
  },
  {
    company: 'Lavanderia Bianca Corte',
    state: 'submitted',
    ago: 2,
    title: 'Meno resi con una procedura scritta semplice',
    need: 'Gli alberghi clienti ci rimandavano il 3 per cento dei capi: errori di smistamento, quasi sempre nelle ore di punta.',
    solution:
      'Abbiamo accolto un tirocinio e, per spiegare bene il lavoro, riscritto le istruzioni con colori e simboli. La rete ha portato un modello già provato altrove.',
    result:
      'Resi sotto l’uno per cento in due mesi, quattro ore a settimana recuperate sul ricontrollo. L’inserimento è diventato un contratto a tempo pieno.',
    quote: 'Spiegare meglio a chi arriva ha aiutato chi c’era già.',
    daysToFill: 11,
    monthsRetained: 6,
  },
  {
    company: 'Logistica Pianalunga',
    state: 'awaiting_company',
    ago: 8,
    title: 'Turno di notte stabile dopo un anno di rotazioni',
    need: 'Sul turno di notte cambiavamo metà della squadra ogni quattro mesi: ogni ingresso ci costava due settimane di produttività ridotta.',
    solution:
      'Colloqui solo con chi conferma orari e trasporto, navetta dalla stazione e un mese di affiancamento sul turno di giorno prima della notte.',
    result:
      'Un ingresso stabile da oltre sei mesi e infortuni azzerati nel periodo di formazione. Ora il mese di giorno è la regola per tutti.',
    quote: '',
    daysToFill: 13,
    monthsRetained: 6,
  },
]
