import { onOurPaper, type Mail, type Reader } from './frame.tsx'

export type AboutOpening = { openingTitle: string; link: string }
export type Question = { subject: string; body: string; link: string }

/** Thanks for an opening, on the spot. */
export function openingAcknowledged(reader: Reader, { openingTitle, link }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'Abbiamo ricevuto la vostra opportunità',
      paragraphs: [
        `grazie: l’opportunità «${openingTitle}» è arrivata alla rete.`,
        'Entro un giorno lavorativo vi chiama una persona della rete, per capire bene che cosa vi serve. Chi proponiamo è sempre qualcuno che con quegli orari e quei compiti può lavorare davvero.',
      ],
      action: { label: 'Rivedi l’opportunità', url: link },
    },
    en: {
      subject: 'We have received your opening',
      paragraphs: [
        `Thank you: your opening “${openingTitle}” has reached the network.`,
        'Within one working day somebody of the network calls you, to understand exactly what you need. Whoever we propose can really work those hours and do those tasks.',
      ],
      action: { label: 'See the opening', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** After five working days without a proposal: what was done and what usually helps. No counts: they would speak of persons. */
export function noMatch(reader: Reader, { openingTitle, link }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'A che punto siamo con la vostra opportunità',
      paragraphs: [
        `stiamo ancora cercando per «${openingTitle}»: preferiamo dirvelo piuttosto che tacere.`,
        'L’abbiamo confrontata con le disponibilità di tutta la rete e ne abbiamo parlato con chi segue le persone: per ora non abbiamo una proposta che regga.',
        'Di solito aiutano tre cose: un inizio dalle 9 in poi, un aiuto per il trasporto, la patente tra i requisiti graditi e non tra quelli indispensabili. Se una di queste è possibile, si cambia in un minuto.',
      ],
      action: { label: 'Rivedi l’opportunità', url: link },
    },
    en: {
      subject: 'Where we are with your opening',
      paragraphs: [
        `We are still searching for “${openingTitle}”, and would rather tell you than keep silent.`,
        'We compared it with the availability in the whole network and talked to those who work with people: for now we have no proposal that would hold.',
        'Three things usually help: a start from 9 on, a hand with transport, a licence that is welcome instead of required. If one of them is possible, it takes a minute to change.',
      ],
      action: { label: 'See the opening', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** Once a month: does the opening still stand? */
export function openingStillOpen(reader: Reader, { openingTitle, link }: AboutOpening): Promise<Mail> {
  const words = {
    it: {
      subject: 'La vostra opportunità è ancora aperta?',
      paragraphs: [
        `l’opportunità «${openingTitle}» è pubblicata da un mese. È ancora valida?`,
        'Dalla pagina la puoi lasciare com’è, mettere in pausa o chiudere: basta un tocco, e noi ci regoliamo.',
      ],
      action: { label: 'Conferma o aggiorna', url: link },
    },
    en: {
      subject: 'Is your opening still open?',
      paragraphs: [
        `The opening “${openingTitle}” was posted a month ago. Does it still stand?`,
        'On its page you can leave it as it is, pause it or close it: one tap, and we act on it.',
      ],
      action: { label: 'Confirm or update', url: link },
    },
  }
  return onOurPaper(reader, words[reader.locale])
}

/** A question of ours about an opening: written by a person of the network, whose paragraphs are kept. */
export function openingQuestion(reader: Reader, { subject, body, link }: Question): Promise<Mail> {
  const labels = { it: 'Apri l’opportunità', en: 'Open the opening' }
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  return onOurPaper(reader, {
    subject,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
    action: { label: labels[reader.locale], url: link },
  })
}
